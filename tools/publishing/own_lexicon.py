"""A business's own lexicon: each word of it must mean one that is understood there."""

from collections.abc import Iterable

from engine.document.problem import Faults, Problem
from engine.model.flow import Origin
from engine.model.handler import ReadGate
from engine.model.tenant import Tenant
from engine.render.entries import LEXICON
from tools.catalog.understood import WORD, fault_of
from tools.catalog.vocabulary import vocabulary


async def not_understood(
    gate: ReadGate, tenant: Tenant, phrase: str, locales: Iterable[str]
) -> tuple[Problem, ...]:
    """Find a list of words that are to mean what nobody there understands.

    Args:
        gate: of the business, whose catalogue has words of its own.
        tenant: the business.
        phrase: its id: `lexicon.word.kesho`; of any other phrase there is nothing to find.
        locales: the languages in which it is written.
    """
    if not phrase.startswith(f"{LEXICON}{WORD}"):
        return ()
    found = fault_of(phrase.removeprefix(LEXICON), await vocabulary(gate, tenant))
    faults = Faults()
    for locale in locales if found else ():
        fault, remedy = found or ("", "")
        faults.add(Origin(f"phrases/{locale}/lexicon.yaml", 1), phrase, fault, remedy)
    return tuple(faults.problems())
