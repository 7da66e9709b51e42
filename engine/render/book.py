"""The phrase book: what can be said, in layers, a business's own words over the shipped ones."""

from collections.abc import Iterable, Mapping, Sequence

from jinja2 import Template, UndefinedError

from engine.render import checks, details, names
from engine.render.entries import HEARD, RUNGS, Entry, Texts, base_of, listed, read_texts
from engine.render.errors import Fault, UnknownPhrase, UnsayablePhrase
from engine.render.guard import SANDBOX, read
from engine.render.sandbox import MOST_OUTPUT, Swollen, fill
from engine.render.shown import Unshowable
from engine.render.tidy import tidy


class PhraseBook:
    """Phrases by language and id, compiled when first said and kept.

    A phrase of an upper layer stands for the whole phrase beneath it, its voice too. One that
    must not run is passed over in favour of the layer beneath, and is among the `problems`.
    """

    def __init__(self, texts: Texts, below: "PhraseBook | None" = None) -> None:
        self._entries, self._unread = read_texts(texts)
        self._below = below
        self._compiled: dict[tuple[str, str, bool], Template | None] = {}
        self._shown: dict[tuple[str, str], frozenset[str]] = {}
        self._labels: dict[tuple[str, str], str] = {}
        self._families: dict[tuple[str, str], Mapping[str, str]] = {}
        self._called: dict[str, tuple[str, ...]] = {}
        self._problems: tuple[Fault, ...] | None = None
        self._parts: dict[str, tuple[str, ...]] = {}
        own = (one for texts in self._entries.values() for one in texts)
        self._own_parts = tuple(one for one in own if details.is_part(one))
        below_it = below.locales if below else ()
        self._locales = tuple(dict.fromkeys((*below_it, *self._entries)))

    @classmethod
    def from_texts(cls, texts: Texts) -> "PhraseBook":
        """Make a book of `{locale: {id: text or {text, voice}}}`; nothing is checked yet."""
        return cls(texts)

    def with_overrides(self, texts: Texts) -> "PhraseBook":
        """The same book with a business's own phrases on top; what is compiled is shared."""
        return PhraseBook(texts, self)

    @property
    def locales(self) -> tuple[str, ...]:
        """Languages that any layer speaks, those of the lowest first."""
        return self._locales

    @property
    def phrases(self) -> frozenset[str]:
        """Every phrase id of any language."""
        below = self._below.phrases if self._below else frozenset()
        return below.union(*self._entries.values())

    def entry(self, locale: str, phrase: str) -> Entry | None:
        """The topmost text of a phrase in one language."""
        found = self._entries.get(locale, {}).get(phrase)
        return found or (self._below.entry(locale, phrase) if self._below else None)

    def has(self, phrase: str) -> bool:
        """Whether it can be said in any language."""
        return any(self.entry(locale, phrase) for locale in self.locales)

    def say(
        self,
        phrase: str,
        scope: Mapping[str, object],
        *,
        locales: Sequence[str],
        spoken: bool = False,
        rung: int = 0,
    ) -> str:
        """Fill in a phrase.

        Args:
            phrase: its id.
            scope: the shown values by name.
            locales: languages to try, best first; then any that has it.
            spoken: for ears: its voice, where it has one.
            rung: how often it was asked in vain; the nearest wording that is written is said.

        Raises:
            UnknownPhrase: no layer has it in any language.
            UnsayablePhrase: it prints what is not there, or swells beyond its bound.
        """
        template = self._best(phrase, locales, spoken=spoken, rung=rung)
        try:
            return tidy(fill(template, scope))
        except UndefinedError as error:
            raise UnsayablePhrase(phrase, f"prints what is not there: {error.message}") from error
        except (Unshowable, TypeError) as error:
            raise UnsayablePhrase(phrase, str(error)) from error
        except Swollen:
            fault = f"comes out longer than {MOST_OUTPUT:,} characters"
            raise UnsayablePhrase(phrase, fault) from None

    def label(self, label: str, locale: str) -> str:
        """The words on a button: the step's own, else the common ones of that name.

        Args:
            label: `chips.yes`, or `<flow>.<step>.<button>`, which falls back to `chips.<button>`.
            locale: of the conversation.
        """
        key = (label, locale)
        if key not in self._labels:
            name = label.rpartition(".")[2]
            known = next((one for one in (label, f"chips.{name}") if self.has(one)), None)
            words = self.say(known, {}, locales=(locale,)) if known else _from_name(name)
            self._labels[key] = words
        return self._labels[key]

    def called(self, label: str) -> tuple[str, ...]:
        """What customers may write for a button, in any language: its label, and what is heard.

        Args:
            label: as of `label`; `<label>.heard` and `chips.<button>.heard` hold other words.
        """
        if label not in self._called:
            own, common = f"{label}{HEARD}", f"chips.{label.rpartition('.')[2]}{HEARD}"
            shown = (self.label(label, locale) for locale in self.locales)
            others = (*self.heard(own), *self.heard(common))
            self._called[label] = tuple(dict.fromkeys((*shown, *others)))
        return self._called[label]

    def heard(self, phrase: str) -> tuple[str, ...]:
        """The words that a list of what is heard holds, in any language and every layer."""
        below = self._below.heard(phrase) if self._below else ()
        own = (texts[phrase].text for texts in self._entries.values() if phrase in texts)
        return (*below, *(word for text in own for word in listed(text)))

    def family(self, head: str, locale: str) -> Mapping[str, str]:
        """The words of every phrase `<head>.<name>`, by name: `role.staff` is a family's."""
        key = (head, locale)
        if key not in self._families:
            own = [one for one in self.phrases if one.startswith(f"{head}.")]
            said = {
                one.removeprefix(f"{head}."): self.say(one, {}, locales=(locale,)) for one in own
            }
            self._families[key] = said
        return self._families[key]

    def prints(self, phrase: str) -> frozenset[str]:
        """The names that a customer is certain to be shown, in every language, aloud and written.

        A name counts if it is printed whenever it holds something; inside conditions only if
        each side prints it, or if the test can only fail where there is nothing to show. The
        wordings for a question asked again count too.

        Raises:
            UnknownPhrase: no layer has it.
        """
        shown = [
            self._certain(locale, phrase) for locale in self.locales if self.entry(locale, phrase)
        ]
        if not shown:
            raise UnknownPhrase(phrase)
        return frozenset.intersection(*shown)

    def asks_for(self, phrase: str) -> frozenset[str]:
        """Every name that any wording of a phrase tests or prints."""
        sources = (one for locale in self.locales for one in self._sources(locale, phrase))
        trees = (read(source)[0] for source in sources)
        return frozenset[str]().union(*(names.asked(tree) for tree in trees if tree))

    def settings(self, locale: str, phrase: str) -> frozenset[str]:
        """The settings that a phrase as it is written names; "" where it names none of them."""
        entry = self.entry(locale, phrase)
        return _settings(entry.variants() if entry else ())

    def tells(self, phrase: str) -> frozenset[str]:
        """The settings that any wording of a phrase names, in any language."""
        return _settings(one for locale in self.locales for one in self._sources(locale, phrase))

    def problems(self) -> tuple[Fault, ...]:
        """Everything wrong with the phrases of every layer, in the order of their ids."""
        if self._problems is None:
            self._problems = self._find_problems()
        return self._problems

    def _find_problems(self) -> tuple[Fault, ...]:
        """Look at every phrase; of an upper layer only at what it changes."""
        below = self._below
        if below is None or below.locales != self._locales:
            return checks.problems(self, self._all_unread(), self.phrases)
        own = (phrase for texts in self._entries.values() for phrase in texts)
        touched = {base_of(phrase) for phrase in own}
        changed = [phrase for phrase in self.phrases if base_of(phrase) in touched]
        kept = (fault for fault in below.problems() if base_of(fault.phrase) not in touched)
        return checks.in_order((*kept, *checks.problems(self, self._unread, changed)))

    def _all_unread(self) -> tuple[Fault, ...]:
        return (*(self._below._all_unread() if self._below else ()), *self._unread)

    def _best(self, phrase: str, locales: Sequence[str], *, spoken: bool, rung: int) -> Template:
        for locale in dict.fromkeys((*locales, *self.locales)):
            for ending in RUNGS[min(rung, len(RUNGS) - 1) :: -1]:
                template = self._template(locale, phrase + ending, spoken=spoken)
                if template is not None:
                    return template
        raise UnknownPhrase(phrase)

    def _template(self, locale: str, phrase: str, *, spoken: bool) -> Template | None:
        key = (locale, phrase, spoken)
        if key not in self._compiled:
            self._compiled[key] = self._compile(locale, phrase, spoken=spoken)
        return self._compiled[key]

    def _compile(self, locale: str, phrase: str, *, spoken: bool) -> Template | None:
        entry = self._mine(locale, phrase)
        source = self._whole(locale, phrase, entry, spoken=spoken) if entry else ""
        if entry is not None and not read(source)[1]:
            return SANDBOX.from_string(source)
        return self._below._template(locale, phrase, spoken=spoken) if self._below else None

    def _mine(self, locale: str, phrase: str) -> Entry | None:
        """The text of this layer; also one from beneath into which this layer's details go."""
        own = self._entries.get(locale, {}).get(phrase)
        lower = self._below.entry(locale, phrase) if own is None and self._below else None
        room = lower is not None and any(map(details.stand_in, lower.variants()))
        return lower if room else own

    def _whole(self, locale: str, phrase: str, entry: Entry, *, spoken: bool) -> str:
        """A template with what its flow asks beside the shipped answers."""
        flow = phrase.partition(".")[0]
        found = (self.entry(locale, one) for one in self._details(flow))
        parts = [one.variant(spoken=spoken) for one in found if one is not None]
        return details.whole(entry.variant(spoken=spoken), parts)

    def _details(self, flow: str) -> tuple[str, ...]:
        """The phrases that show the answers of a flow's own steps, as they were written."""
        if flow not in self._parts:
            below = self._below._details(flow) if self._below else ()
            own = (one for one in self._own_parts if one.startswith(f"{flow}."))
            self._parts[flow] = tuple(dict.fromkeys((*below, *own)))
        return self._parts[flow]

    def _certain(self, locale: str, phrase: str) -> frozenset[str]:
        """What every wording of a phrase in one language is certain to show."""
        if self._below and not any(self._mine(locale, phrase + ending) for ending in RUNGS):
            return self._below._certain(locale, phrase)
        key = (locale, phrase)
        if key not in self._shown:
            trees = (read(source)[0] for source in self._sources(locale, phrase))
            found = [names.certain(tree) for tree in trees if tree is not None]
            self._shown[key] = frozenset.intersection(*found) if found else frozenset()
        return self._shown[key]

    def _sources(self, locale: str, phrase: str) -> tuple[str, ...]:
        """Every wording of a phrase in one language: written, aloud, and asked again."""
        entries = [entry for ending in RUNGS if (entry := self.entry(locale, phrase + ending))]
        aloud = [(entry, spoken) for entry in entries for spoken in _ways(entry)]
        return tuple(self._whole(locale, phrase, one, spoken=spoken) for one, spoken in aloud)


def _settings(sources: Iterable[str]) -> frozenset[str]:
    """Few name any: the others are not even parsed."""
    trees = (read(source)[0] for source in sources if names.SETTINGS in source)
    return frozenset[str]().union(*(names.settings(tree) for tree in trees if tree))


def _ways(entry: Entry) -> tuple[bool, ...]:
    """Written, and aloud if that is said otherwise."""
    return (False,) if entry.voice is None else (False, True)


def _from_name(name: str) -> str:
    return name.replace("_", " ").capitalize()
