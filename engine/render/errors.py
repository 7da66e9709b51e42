"""What can go wrong while a phrase is turned into words."""

from dataclasses import dataclass

from engine.errors import RatibaError


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a phrase, found without saying it.

    Attributes:
        locale: of the phrase at fault.
        phrase: its id.
        fault: what is wrong, a clause without full stop.
        remedy: what to do, a sentence.
    """

    locale: str
    phrase: str
    fault: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.locale}: {self.phrase}: {self.fault}. {self.remedy}"


class UnknownPhrase(RatibaError):
    """No layer of the book has it in any language."""

    def __init__(self, phrase: str) -> None:
        super().__init__(
            "phrase.unknown",
            f"No phrase is called '{phrase}'. Add it to the phrase files.",
            phrase=phrase,
        )


class UnsayablePhrase(RatibaError):
    """It prints what is not there or has no words, or swells beyond its bound."""

    def __init__(self, phrase: str, fault: str) -> None:
        super().__init__(
            "phrase.unsayable",
            f"The phrase '{phrase}' {fault}. Print only what is there, inside {{% if %}}.",
            phrase=phrase,
        )
