"""Random live conversations under random edits of the flows: is anybody stranded?

Edits are screened as a publish screens them: by the gate, with the prover.
`python -m tests.engine.machine.stranding 10000 100` runs the whole trial at the lowest priority and
prints its figures.
"""

import os
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from random import Random
from time import perf_counter
from typing import Any

from engine.assembly.library import Repertoire
from engine.document.problem import Problems
from engine.machine.versions.trail import Hop, along, hops
from engine.machine.working.errors import Broken
from engine.model.event import Due, Words
from engine.model.flow import FlowSet, Moved
from engine.model.session import Session
from engine.model.understanding import Act, Language, Understanding
from tests.engine.machine.edits import Edit, Editor, rename_step, with_map
from tests.engine.machine.scene import FACTS, Salon, Scene
from tests.engine.machine.test_walks import Watch, _act
from tests.publishing import whole_gate
from tools.publishing.gate import Gate
from tools.publishing.records import Report

TURNS = 30
MOST_TIMERS = 25
LOWEST = 19
KINDS = ("rename", "map", "remove", "swap", "ask", "say", "lead", "quicker", "drop")
GONE = "gone_b"
WAYS = ("exits", "choose", "confirm", "branch", "timers", "next")
PROOF, LIVE, COULD, PUBLISHED = (
    "refused by the proof",
    "refused for the living",
    "refused for who could be there",
    "published",
)
"""How an edit fares."""
SAYS = ("affirm", "deny", "change", "skip", "repeat", "handoff", "stop", "greeting", "other")


@dataclass
class Tally:
    """What came of a trial.

    Attributes:
        edits: how each edit fared: refused by the proof of what it makes, refused for live
            conversations, refused because one could stand where it has no place, or published.
        refused: conversations for whom an edit was refused.
        moved: conversations that were moved to a published edit.
        driven: those of them that were driven on to their end.
        stranded: (edit, why) of each that broke or came to no end.
    """

    edits: Counter[str] = field(default_factory=Counter)
    refused: int = 0
    moved: int = 0
    driven: int = 0
    stranded: list[str] = field(default_factory=list)


def conversations(flows: FlowSet, count: int, seed: int = 1) -> list[Session]:
    """Live conversations as random customers leave them."""
    random = Random(seed)  # noqa: S311 - a trial
    found: list[Session] = []
    while len(found) < count:
        scene, watch = Scene(Salon(flows), Session(f"t{len(found)}")), Watch(pushes=1)
        scene.facts = {**FACTS, "tenant.mpesa_enabled": random.random() < 0.8}
        deep = random.random()
        if deep < 0.7:
            scene.says("book", time="2026-06-01T16:00", service="swedish", staff="anna")
        if deep < 0.4:
            scene.says("affirm")
        for _ in range(TURNS):
            _act(random, scene, watch)
            if not scene.session.frames:
                scene.session = Session(f"t{len(found)}")
            elif len(found) < count:
                found.append(replace(scene.session, thread_id=f"t{len(found)}"))
    return found


@dataclass(frozen=True)
class Change:
    """One edit of one flow, with its map if it has one."""

    name: str
    flow: str
    edit: Edit
    moved: Moved | None = None


def changes(
    editor: Editor, sessions: Sequence[Session], count: int, seed: int = 2
) -> list[tuple[Change, Repertoire]]:
    """Edits that compile, as operators and upgrades make them; most touch where somebody stands."""
    random = Random(seed)  # noqa: S311 - a trial
    stood = sorted({(one.flow, one.step) for session in sessions for one in session.frames})
    found: list[tuple[Change, Repertoire]] = []
    while len(found) < count:
        flow, step = random.choice(stood)
        change = _change(random, editor, flow, step)
        newer = editor.compiled(change.flow, change.edit)
        if not isinstance(newer, Problems):
            flows = with_map(newer.flows, flow, change.moved) if change.moved else newer.flows
            found.append((change, replace(newer, flows=flows)))
    return found


def _change(random: Random, editor: Editor, flow: str, stood: str) -> Change:
    steps = list(editor.written(flow)["steps"])
    other = random.choice(steps)
    step = stood if random.random() < 0.6 else random.choice(steps)
    kind = random.choice(KINDS)
    name = f"{kind} {flow}.{step} {other}"
    match kind:
        case "rename":
            return Change(name, flow, rename_step(step, f"{step}_b"))
        case "map":
            moved = Moved(steps={step: f"{step}_b"})
            return Change(name, flow, rename_step(step, f"{step}_b"), moved)
        case "drop":
            return Change(
                name, flow, _quicker, Moved(slots={random.choice(("staff", "time")): None})
            )
        case _:
            return Change(name, flow, _edit(kind, step, other))


def _quicker(data: dict[str, Any]) -> None:
    for name, value in (data.get("settings") or {}).items():
        if str(value).endswith("m"):
            data["settings"][name] = "17m"
    data["title"] = "Edited"


def _edit(kind: str, step: str, other: str) -> Edit:
    def edit(data: dict[str, Any]) -> None:
        steps: dict[str, Any] = data["steps"]
        if kind == "remove":
            _take_away(data, step, other)
        elif kind == "swap":
            steps[step], steps[other] = steps[other], steps[step]
            order = [{step: other, other: step}.get(name, name) for name in steps]
            data["steps"] = {
                name: steps[{step: other, other: step}.get(name, name)] for name in order
            }
        elif kind in {"ask", "say"}:
            added = _ASK if kind == "ask" else _SAY
            data["steps"] = _before(steps, step, dict(added))
        elif kind == "lead":
            if "end" not in steps[step] and "choose" not in steps[step]:
                steps[step]["next"] = other
        else:
            _quicker(data)

    return edit


_ASK = {"ask": "colour", "type": "text", "say": "talk.welcome"}
_SAY = {"say": "talk.welcome"}


def _take_away(data: dict[str, Any], step: str, other: str) -> None:
    """Take a step away; what led to it leads elsewhere."""
    rename_step(step, GONE)(data)
    steps = data["steps"]
    steps.pop(GONE)
    for table in (data, *steps.values()):
        for name in ("anytime", "never", "always", *WAYS):
            if name in table:
                table[name] = _instead(table[name], other)


def _instead(value: Any, other: str) -> Any:
    if isinstance(value, dict):
        return {key: _instead(one, other) for key, one in value.items()}
    if isinstance(value, list):
        return [_instead(one, other) for one in value]
    return other if value == GONE else value


def _before(steps: dict[str, Any], step: str, added: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, body in steps.items():
        if name == step:
            found["added"] = added
        found[name] = body
    return found


def trial(
    gate: Gate,
    flows: FlowSet,
    sessions: Sequence[Session],
    edits: Sequence[tuple[Change, Repertoire]],
    *,
    drive: int,
) -> Tally:
    """Publish each edit under all conversations, and drive `drive` of them to their end."""
    tally, random = Tally(), Random(3)  # noqa: S311 - a trial
    for change, newer in edits:
        report = gate.screen(flows, newer, sessions)
        tally.edits[_fared(report)] += 1
        tally.refused += report.stranded
        if not report.good:
            continue
        tally.moved += report.live
        way = hops((flows, newer.flows))
        for session in random.sample(sessions, min(drive, len(sessions))):
            tally.driven += 1
            if why := _stranded(random, session, way, newer.flows):
                tally.stranded.append(f"{change.name}: {session.thread_id}: {why}")
    return tally


def _fared(report: Report) -> str:
    if report.good:
        return PUBLISHED
    if not report.live:
        return PROOF
    return LIVE if report.stranded else COULD


def _stranded(random: Random, session: Session, way: Sequence[Hop], newer: FlowSet) -> str:
    """Why a conversation does not go on; "" if it comes to an end."""
    found = along(session, way)
    assert isinstance(found, Session)
    scene = Scene(Salon(newer), found)
    try:
        said = Act(random.choice(SAYS), 0.95)
        scene.meets(Words(Understanding((said,), language=Language("en", 0.9, "en"))))
        return _to_its_end(scene)
    except (Broken, LookupError) as broken:
        return f"breaks: {broken!r}"


def _to_its_end(scene: Scene) -> str:
    """Silence alone must end every conversation."""
    for _ in range(MOST_TIMERS):
        if not scene.session.frames:
            return ""
        if not scene.session.timers:
            return f"waits for ever at {scene.state}"
        first = min(scene.session.timers, key=lambda timer: timer.due_at)
        scene.now = max(scene.now, first.due_at)
        scene.meets(Due(first.frame, first.step, first.name))
    return f"comes to no end: {scene.state}"


def main(count: int, edits: int, drive: int) -> None:
    """Run the whole trial."""
    began, editor = perf_counter(), Editor()
    flows = editor.edited("booking", lambda data: None)
    sessions = conversations(flows, count)
    made = perf_counter()
    names = sorted({frame.flow for session in sessions for frame in session.frames})
    chosen = changes(editor, sessions, edits, seed=edits)
    tally = trial(whole_gate(), flows, sessions, chosen, drive=drive)
    sys.stdout.write(
        f"{count} conversations over {', '.join(names)} ({made - began:.0f} s); "
        f"{edits} edits: {dict(tally.edits)}, for {tally.refused} without a place; "
        f"{tally.moved} moved, {tally.driven} driven on, "
        f"{len(tally.stranded)} stranded; {perf_counter() - made:.0f} s\n"
    )
    sys.stdout.write("".join(f"{line}\n" for line in tally.stranded[:20]))


if __name__ == "__main__":
    os.nice(LOWEST)
    main(*(int(one) for one in (*sys.argv[1:], "40")[:3]))
