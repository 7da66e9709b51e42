"""What is wrong with a book, as data."""

from typing import Any

import pytest

from engine.render.book import PhraseBook
from tests.render.scene import HERE, load


@pytest.mark.parametrize("case", load(HERE / "faulty_books.yaml"))
def test_every_problem_is_named(case: dict[str, Any]) -> None:
    book = PhraseBook.from_texts(case["book"])

    assert [str(problem) for problem in book.problems()] == case["problems"]


def test_problems_of_a_business_are_named_among_the_shipped_ones(shipped: PhraseBook) -> None:
    own = {"en": {"booking.taken": "{{ x() }}"}, "sw": {"booking.taken": "Imechukuliwa"}}

    assert [str(problem) for problem in shipped.with_overrides(own).problems()] == [
        "en: booking.taken: calls something. A phrase only prints; write the value without ( )."
    ]
