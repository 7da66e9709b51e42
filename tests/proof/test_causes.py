"""One fault a cause: what the graph shows and what a conversation shows are told together."""

from engine.document.line import Line
from engine.document.problem import Problem
from engine.proof.causes import told_once

SHORT = (Line("customer", "Yes.", "act:affirm"),)
LONG = (*SHORT, Line("ratiba", "Booked.", "booking.booked"))
ROAD = "'book' cannot be undone, and a way leads to it without a yes: greet, book"


def road(
    line: int, fault: str = ROAD, sort: str = "unconfirmed", key: str = "steps.book"
) -> Problem:
    return Problem("booking.yaml", line, key, fault, "Lead it through a confirm", sort)


def shown(
    line: int,
    fault: str,
    said: tuple[Line, ...] = SHORT,
    sort: str = "unconfirmed",
    file: str = "booking.yaml",
) -> Problem:
    return Problem(file, line, "steps.book", fault, "Lead every way there", sort, said)


def test_where_both_show_it_the_words_are_those_of_the_graph_without_its_steps() -> None:
    (told,) = told_once([road(7)], [shown(7, "would run book while price is not confirmed")])
    assert told.fault == "'book' cannot be undone, and a way leads to it without a yes"
    assert (told.line, told.conversation) == (7, SHORT)


def test_more_or_less_of_what_is_not_confirmed_is_one_fault_told_by_the_shortest() -> None:
    faults = [shown(7, "price is not confirmed", LONG), shown(7, "time, price is not", SHORT)]
    (told,) = told_once([], faults)
    assert told.conversation == SHORT


def test_what_only_rules_forbid_is_told_by_its_steps() -> None:
    (told,) = told_once([road(7)], [])
    assert told.fault == ROAD
    assert not told.conversation


def test_what_fails_in_a_flow_that_is_called_is_told_at_the_caller() -> None:
    (told,) = told_once([road(7)], [shown(3, "would run push", file="payment.yaml")])
    assert (told.file, told.line, told.conversation) == ("booking.yaml", 7, SHORT)


def test_promises_that_one_conversation_breaks_are_told_once() -> None:
    faults = [shown(3, f"'booked' may be reached without '{one}'", sort="never") for one in "ab"]
    assert len(told_once([], faults)) == 1
    assert len(told_once([], [faults[0], shown(9, "'left' may", LONG, sort="never")])) == 2


def test_what_is_written_wrongly_stands_as_it_is() -> None:
    slip = Problem("booking.yaml", 3, "steps.book.do", "no tool is called 'bok'", "Write 'book'")
    assert told_once([slip], [shown(7, "would run book")]) == (slip, shown(7, "would run book"))
