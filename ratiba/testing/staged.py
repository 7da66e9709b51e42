"""Fixtures that count rows: led through the whole engine on Postgres, each in its own business."""

from collections.abc import Mapping
from dataclasses import replace
from time import perf_counter
from typing import LiteralString

from psycopg import sql

from engine.errors import InputError, RatibaError
from engine.model.message import Button, Sender
from engine.model.value import Scalar
from engine.rehearsal.fixtures import fixture as written
from engine.rehearsal.fixtures.fixture import Fixture
from engine.rehearsal.playing.compare import counted, ended, missed
from engine.rehearsal.playing.report import Exchange, Fault, Played
from engine.settings import Settings
from ratiba.keeping.add import add_to
from ratiba.keeping.pilot import PILOT
from ratiba.keeping.session import connected
from ratiba.keeping.wish import Wish
from ratiba.talk import acts
from ratiba.talk.report import Turn
from ratiba.talk.stage import staged
from ratiba.talk.talk import Talk
from ratiba.testing.worlds import library

PHONE = "+254700000001"
SHORTCODES = 600_000
"""Each business is paid at its own number above this."""
OUTSIDE: Mapping[str, str] = {
    "initiate_stk_push.settled": "payment.approve",
    "initiate_stk_push.cancelled": "payment.decline",
    "initiate_stk_push.refused": "payment.insufficient",
    "notify_admin.handed_back": "operator.handback",
}
"""What happens outside, as the customer's phone and the team's desk bring it about."""
BY_STATUS: LiteralString = """
SELECT coalesce(to_jsonb(x) ->> 'status', to_jsonb(x) ->> 'state'), count(*) FROM {} x GROUP BY 1
"""
THERE = "SELECT to_regclass(%s) IS NOT NULL"


async def play_staged(settings: Settings, fixture: Fixture, number: int) -> Played:
    """Play one fixture in a business that is made for it.

    Args:
        settings: with a database that may be thrown away.
        fixture: what is played; its meanings are really understood.
        number: of the business, unique in the database.
    """
    began = perf_counter()
    slug = f"rehearsed_{number}"
    exchanges: list[Exchange] = []
    faults: list[Fault] = []
    pushes, now = 0, f"{fixture.now:%Y-%m-%dT%H:%M}"
    try:
        await add_to(settings, _business(fixture, slug, number))
        async with staged(settings, slug, now=now, library=library()) as stage:
            phone = PHONE if fixture.channel in {"whatsapp", "voice"} else None
            talk = await stage.talk(Sender(fixture.channel, PHONE.removeprefix("+"), phone))
            for turn in fixture.turns:
                came = await _done(talk, turn.act)
                pushes += len(came.prompts)
                exchanges.append(_exchange(turn, came))
                faults += missed(turn, exchanges[-1])
    except RatibaError as error:
        broke = fixture.turns[len(exchanges) : len(exchanges) + 1]
        exchanges += [Exchange(one.act, one.at) for one in broke]
        at = broke[0].at if broke else fixture.at
        faults.append(Fault(at, "", "", " ".join(str(error).split())))
    else:
        last = exchanges[-1].state
        faults += ended(fixture, last, pushes)
        faults += counted(fixture, _rows(settings, slug, fixture))
    ms = (perf_counter() - began) * 1000
    return Played(fixture, tuple(exchanges), tuple(faults), frozenset(), "", pushes, ms)


def _business(fixture: Fixture, slug: str, number: int) -> Wish:
    """A new business of that kind, with M-Pesa of the sandbox, told what is given."""
    facts = fixture.given.facts
    told = [f"{name.removeprefix('tenant.')}={_text(value)}" for name, value in facts.items()]
    options = (f"locale={fixture.locale}", *PILOT.settings[1:], *told)
    return replace(
        PILOT,
        slug=slug,
        vertical=fixture.vertical,
        whatsapp_number_id=f"{PILOT.whatsapp_number_id}{number}",
        mpesa_shortcode=f"{SHORTCODES + number}",
        settings=options,
    )


def _text(value: Scalar) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


async def _done(talk: Talk, act: written.Act) -> Turn:
    match act:
        case written.Says(text):
            return await talk.do(acts.Says(text))
        case written.Taps(chip):
            return await talk.do(acts.Taps(chip))
        case written.Waits(span):
            return await talk.do(acts.Waits(span))
        case written.Event(name) if name in OUTSIDE:
            return await talk.do(acts.Event(OUTSIDE[name]))
        case _:
            there = ", ".join(OUTSIDE)
            raise InputError("test.rows", f"With end.rows there are says, tap, wait and {there}.")


def _exchange(turn: written.Turn, came: Turn) -> Exchange:
    return Exchange(
        act=turn.act,
        at=turn.at,
        state=came.state.lower(),
        flow=came.flow,
        said=came.said,
        effects=tuple(effect.partition(" ")[2] for effect in came.effects),
        slots=tuple(came.slots.items()),
        replies=tuple(reply.text for reply in came.replies),
        buttons=tuple(Button(chip.value, chip.label) for chip in came.chips),
        heard=f"{came.intent} {came.confidence:.2f}" if came.heard else "",
    )


def _rows(settings: Settings, slug: str, fixture: Fixture) -> Mapping[str, Mapping[str, int]]:
    """How many rows there are by status of every table that the fixture counts."""
    with connected(settings.database_url) as session:
        found: dict[str, Mapping[str, int]] = {}
        for table in fixture.end.rows:
            name = sql.Identifier(f"tenant_{slug}", table)
            there = session.execute(THERE, [name.as_string(session)]).fetchone()
            if there != (True,):
                continue
            query = sql.SQL(BY_STATUS)
            found[table] = {status or "": n for status, n in session.execute(query.format(name))}
    return found
