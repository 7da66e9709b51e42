"""Values, contexts and phrase files for the tests of rendering."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from engine.document.reader import read
from engine.document.tree import Document, plain
from engine.model.effect import Say
from engine.model.facts import fact_kinds
from engine.model.session import Chip, Prompt
from engine.model.tenant import Tenant
from engine.model.value import Scalar, Value
from engine.render.book import PhraseBook
from engine.render.context import RenderContext
from tools.definitions import load_definitions

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
NAIROBI = ZoneInfo("Africa/Nairobi")
THREAD = "01HXY0000000000000000000AB"
KINDS = fact_kinds(load_definitions().values())
ABOUT: dict[str, Scalar] = {
    "address": "Ngong Road, opposite the market",
    "map_link": "https://maps.example/spa",
    "phone": "+254712345678",
    "cancel_notice_hours": 24,
}
SPA = Tenant(1, "spa_pilot", "Ratiba Spa Pilot", "spa", "en", 1)


def load(path: Path) -> Any:
    """Read a data file with the engine's own reader."""
    found = read(path.read_bytes(), path.name)
    assert isinstance(found, Document), "\n".join(str(problem) for problem in found)
    return plain(found.root)


def shipped_texts() -> dict[str, dict[str, Any]]:
    """The phrase files as assembly hands them to the book."""
    texts: dict[str, dict[str, Any]] = {}
    for path in sorted((ROOT / "prompts").glob("*/*.yaml")):
        found = {f"{path.stem}.{key}": text for key, text in load(path).items()}
        texts.setdefault(path.parent.name, {}).update(found)
    return texts


THINGS: Mapping[str, Any] = load(HERE / "things.yaml")


def thing(name: str) -> Value:
    """A value of things.yaml."""
    made = THINGS[name]
    items = tuple(map(thing, made.get("items", ())))
    return Value(made["type"], made["value"], made.get("names", {}), made.get("facts", {}), items)


def chip(text: str) -> Chip:
    """`time=three` offers the thing `three`; `act:affirm chips.yes` is a phrase's."""
    value, _, label = text.partition(" ")
    slot, equals, name = value.partition("=")
    if equals and not label:
        shown = thing(name)
        return Chip(f"{slot}={shown.value}", shows=shown)
    return Chip(value, label or None)


def context(
    book: PhraseBook,
    *,
    locale: str = "en",
    channel: str = "whatsapp",
    now: str = "2026-06-01T09:30",
    dials: Mapping[str, Any] | None = None,
    customer: Mapping[str, Any] | None = None,
    about: Mapping[str, Any] | None = None,
) -> RenderContext:
    """A turn at the spa, at a local minute."""
    at = datetime.fromisoformat(now).replace(tzinfo=NAIROBI)
    tenant = replace(SPA, dials=dials or {})
    return RenderContext(
        book, tenant, locale, channel, at, THREAD, customer or {}, {**ABOUT, **(about or {})}, KINDS
    )


def say(
    phrase: str,
    *,
    values: Mapping[str, str] | None = None,
    said: Mapping[str, Any] | None = None,
    chips: list[str] | None = None,
    rung: int = 0,
    step: str | None = None,
    settings: Mapping[str, str] | None = None,
) -> Say:
    """A `Say` of things by name; with chips it is the question that stands open."""
    held = {slot: thing(name) for slot, name in (values or {}).items()}
    at = step or phrase.rpartition(".")[2]
    asked = Prompt(7, 1, at, tuple(chip(one) for one in chips)) if chips else None
    told = {name: thing(value) for name, value in (settings or {}).items()}
    return Say(phrase, held, said or {}, asked, rung, told)
