"""What `ratiba flow phrase` does: one phrase in a business's own words."""

from collections.abc import Sequence

from rich.text import Text

from engine.errors import InputError
from engine.spec.phrases.phrasing import VOICE, Words
from ratiba.publishing import telling
from ratiba.publishing.desk import Desk, at_desk, author
from ratiba.terminal.faults import GOOD
from ratiba.terminal.out import console, emit
from tools.publishing.records import Report


def run(slug: str, phrase: str, said: Sequence[str], who: str, *, json: bool) -> int:
    """Say a phrase in other words; none: as it is beneath.

    Args:
        slug: of the business.
        phrase: its id: `booking.greet`.
        said: `en=words`, `sw=words`, `en.voice=words for ears`.
        who: for the record.
        json: for programs.

    Raises:
        InputError: words without a language, or a voice without words.
    """
    wordings = _wordings(said)

    async def work(desk: Desk) -> Report:
        return await desk.publishing.say(desk.tenant, author(who), phrase, wordings)

    report = at_desk(slug, work, json=json)
    if not report.good:
        return telling.refused(report, json=json)
    if json:
        emit({"phrase": phrase, "languages": sorted(wordings)})
        return GOOD
    how = "in your words" if wordings else "as it was beneath"
    told = f"'{phrase}' is said {how} from the next message on."
    console().print(Text.assemble(("Published. ", "green"), told), soft_wrap=True)
    return GOOD


def _wordings(said: Sequence[str]) -> dict[str, Words]:
    found: dict[str, str] = {}
    for one in said:
        language, sign, words = one.partition("=")
        if not (language and sign and words):
            raise InputError("phrase.form", f"'{one}' says nothing. Write en='...' sw='...'.")
        found[language] = words
    wordings: dict[str, Words] = {}
    for language, words in found.items():
        if language.endswith(VOICE):
            continue
        voice = found.get(f"{language}{VOICE}")
        wordings[language] = {"text": words, "voice": voice} if voice else words
    for language in found:
        if language.removesuffix(VOICE) not in wordings:
            raise InputError("phrase.voice", f"'{language}' has no words beside it for eyes.")
    return wordings
