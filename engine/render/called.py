"""What customers call the choices and answers of an open question, in every language."""

from dataclasses import replace

from engine.model.understanding import Hearing
from engine.render.book import PhraseBook


def in_words(hearing: Hearing, book: PhraseBook) -> Hearing:
    """The hearing with the words for its chips and for the answers that can be another one.

    A button of an act or a way is known by its label and what is heard for it; an answer, where
    it is named ("change the time"), by those of `chips.<slot>`.
    """
    chips = tuple(book.called(chip.label) if chip.label else () for chip in hearing.chips)
    expected = tuple(
        replace(one, called=book.called(f"chips.{one.slot}")) for one in hearing.expected
    )
    return replace(hearing, called=chips, expected=expected)
