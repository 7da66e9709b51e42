"""Every reply fits WhatsApp's limits, as the sandbox checks them, and loses no chip."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels.whatsapp.shape import cut, shape
from engine.model.message import Button, Outbound
from sandbox.graph.message import Message


def shaped(outbound: Outbound) -> Any:
    return shape(outbound)


def chips(*labels: str) -> tuple[Button, ...]:
    return tuple(Button(f"01J|1|{place}", label) for place, label in enumerate(labels))


def taken(wire: Mapping[str, object]) -> Message:
    """What Meta's checks make of it; raises if they refuse."""
    return Message.model_validate(
        {"messaging_product": "whatsapp", "to": "254712345678", **wire}, strict=True
    )


def test_words_alone_are_a_text() -> None:
    assert shape(Outbound("Karibu!")) == {
        "type": "text",
        "text": {"preview_url": False, "body": "Karibu!"},
    }


def test_three_short_chips_are_buttons() -> None:
    wire = shaped(Outbound("Reply YES to confirm.", chips("Yes", "No", "Change")))
    assert wire["interactive"]["type"] == "button"
    assert wire["interactive"]["body"] == {"text": "Reply YES to confirm."}
    assert wire["interactive"]["action"]["buttons"][0] == {
        "type": "reply",
        "reply": {"id": "01J|1|0", "title": "Yes"},
    }


def test_four_chips_are_a_list() -> None:
    wire = shaped(Outbound("With whom?", chips("Anna", "Ben", "Carol", "Anyone"), menu="Choose"))
    assert wire["interactive"]["type"] == "list"
    assert wire["interactive"]["action"]["button"] == "Choose"
    (section,) = wire["interactive"]["action"]["sections"]
    assert [row["title"] for row in section["rows"]] == ["Anna", "Ben", "Carol", "Anyone"]


def test_a_long_label_is_a_row_with_the_rest_as_description() -> None:
    wire = shaped(Outbound("Which?", chips("Deep tissue massage, 90 minutes, KES 4,500")))
    (section,) = wire["interactive"]["action"]["sections"]
    assert section["rows"] == [
        {"id": "01J|1|0", "title": "Deep tissue massage, 90", "description": "minutes, KES 4,500"}
    ]


def test_eleven_chips_are_numbered_lines() -> None:
    wire = shaped(Outbound("When?", chips(*(f"{hour}:00" for hour in range(8, 19)))))
    assert wire["type"] == "text"
    assert wire["text"]["body"].startswith("When?\n\n1. 8:00\n2. 9:00\n")
    assert wire["text"]["body"].endswith("\n11. 18:00")


@pytest.mark.parametrize(
    "outbound",
    [
        Outbound("x" * 1025, chips("Yes")),
        Outbound("Which?", (Button("i" * 201, "Yes"),)),
        Outbound("Which?", (Button("same", "Yes"), Button("same", "No"))),
        Outbound("Which?", (Button("", "Yes"),)),
        Outbound("Which?", chips("w" * 97)),
    ],
    ids=["long body", "long id", "equal ids", "no id", "long label"],
)
def test_what_no_button_can_carry_is_numbered_lines(outbound: Outbound) -> None:
    wire = shaped(outbound)
    assert wire["type"] == "text"
    assert "\n\n1. " in wire["text"]["body"]


def test_more_chips_than_a_message_holds_still_make_one() -> None:
    wire = shaped(Outbound("Which?", chips(*("w" * 99 for _ in range(60)))))
    assert len(wire["text"]["body"]) <= 4096
    assert wire["text"]["body"].startswith("Which?\n\n1. ww")


def test_two_people_of_one_name_stay_apart() -> None:
    wire = shaped(Outbound("With whom?", chips("Anna", "Anna", "anna")))
    titles = [button["reply"]["title"] for button in wire["interactive"]["action"]["buttons"]]
    assert titles == ["Anna", "Anna (2)", "anna (3)"]


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("kesho saa nane", 14, "kesho saa nane"),
        ("kesho saa nane", 13, "kesho saa…"),
        ("kesho saa nane", 10, "kesho saa…"),
        ("kesho saa nane", 7, "kesho…"),
        ("mchanganyiko", 5, "mcha…"),
    ],
)
def test_cut_between_words(text: str, limit: int, expected: str) -> None:
    assert cut(text, limit) == expected


labels = st.text(max_size=110) | st.sampled_from(["Yes", "Anna", "Deep tissue massage 90 min"])
outbounds = st.builds(
    Outbound,
    text=st.text(max_size=1200) | st.text(max_size=40).map(lambda text: text * 150),
    buttons=st.lists(labels, max_size=14).map(lambda found: chips(*found)),
    menu=st.text(max_size=30),
)


@given(outbounds)
def test_any_reply_is_taken_and_keeps_every_chip(outbound: Outbound) -> None:
    message = taken(shape(outbound))
    if message.choices:
        assert [tap for tap, _ in message.choices] == [button.id for button in outbound.buttons]
        titles = [title.casefold() for _, title in message.choices]
        assert len(set(titles)) == len(titles)
    elif len(message.words) < 4096:
        for place, _ in enumerate(outbound.buttons, 1):
            assert f"{place}. " in message.words
