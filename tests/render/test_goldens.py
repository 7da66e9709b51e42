"""What customers read and hear, word for word, in both languages: one data file a subject."""

from collections.abc import Iterator
from typing import Any

import pytest

from engine.render.book import PhraseBook
from engine.render.replies import render
from tests.render.scene import HERE, context, load, say


def _cases() -> Iterator[Any]:
    for path in sorted((HERE / "goldens").glob("*.yaml")):
        for case in load(path):
            for locale in ("en", "sw"):
                yield pytest.param(case, locale, id=f"{path.stem}: {case['case']} ({locale})")


@pytest.mark.parametrize(("case", "locale"), [*_cases()])
def test_said_word_for_word(shipped: PhraseBook, case: dict[str, Any], locale: str) -> None:
    around = context(
        shipped,
        locale=locale,
        channel=case.get("channel", "whatsapp"),
        dials=case.get("dials"),
        customer=case.get("customer"),
        about=case.get("about"),
    )
    said = say(
        case["say"],
        values=case.get("values"),
        said=case.get("said"),
        chips=case.get("chips"),
        rung=case.get("rung", 0),
        step=case.get("step"),
        settings=case.get("settings"),
    )

    (reply,) = render((said,), around)

    assert reply.text == case[locale]
    if f"{locale}_buttons" in case:
        assert [button.label for button in reply.buttons] == case[f"{locale}_buttons"]
