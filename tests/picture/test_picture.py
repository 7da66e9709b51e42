"""Pictures of flows: what is a line, what is a chip, and that nothing runs over anything."""

from itertools import combinations
from xml.etree.ElementTree import fromstring

import pytest

from engine.assembly.library import ROOT, load_library
from engine.model.flow import Flow
from engine.picture.drawn import drawn
from engine.picture.layout import layout
from engine.picture.mermaid import mermaid
from engine.picture.parts import Picture, Tone
from engine.picture.paths import crosses, paths
from engine.picture.sizes import ABOUT_PX, canvas
from engine.picture.svg import svg
from tools.definitions import load_definitions

FLOWS = load_library(load_definitions()).flows.flows
DOCS = ROOT / "docs/flows"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(params=list(FLOWS.values()), ids=list(FLOWS))
def flow(request: pytest.FixtureRequest) -> Flow:
    found: Flow = request.param
    return found


def crossings(picture: Picture) -> list[str]:
    """Every line that runs through a box."""
    cells = layout(picture)
    place = canvas(picture, cells)
    return [
        f"{path.line.source} -> {path.line.target}"
        for path in paths(picture, cells, place)
        if crosses(path.points, path.line, place.rects)
    ]


def test_every_step_is_a_box_in_its_own_place(flow: Flow) -> None:
    picture = drawn(flow)
    cells = layout(picture)
    assert set(cells) == set(flow.states)
    assert len(set(cells.values())) == len(flow.states)


def test_boxes_do_not_overlap(flow: Flow) -> None:
    picture = drawn(flow)
    rects = canvas(picture, layout(picture)).rects.values()
    for a, b in combinations(rects, 2):
        apart = a.right <= b.x or b.right <= a.x or a.foot <= b.y or b.foot <= a.y
        assert apart


def test_no_line_runs_through_a_box(flow: Flow) -> None:
    assert crossings(drawn(flow)) == []


def test_no_label_runs_over_the_edge(flow: Flow) -> None:
    root = fromstring(svg(drawn(flow)))  # noqa: S314 - our own text
    for text in root.iter(f"{SVG}text"):
        if text.get("class") == "label":
            end = float(text.get("x") or 0) + len(text.text or "") * ABOUT_PX
            assert end <= float(root.get("width") or 0), text.text


def test_the_same_flow_is_the_same_picture_and_well_formed(flow: Flow) -> None:
    first = svg(drawn(flow))
    assert first == svg(drawn(flow))
    root = fromstring(first)  # noqa: S314 - our own text
    assert len(root.findall(f"{SVG}g")) == len(flow.states)


def test_what_stops_repeats_or_hands_over_is_a_chip() -> None:
    boxes = {box.id: box for box in drawn(FLOWS["booking"]).boxes}
    assert [chip.tone for chip in boxes["no_openings"].chips] == [Tone.AGAIN, Tone.PERSON]
    assert [chip.text for chip in boxes["confirm"].chips] == ["declined: declined"]
    assert [chip.text for chip in boxes["hold"].chips] == ["taken: ask time again"]
    assert next(chip.tone for chip in boxes["payment"].chips) is Tone.WHEN


def test_what_leads_on_is_a_line() -> None:
    lines = {(x.source, x.target, x.label) for x in drawn(FLOWS["booking"]).lines}
    assert ("collect_slot", "hold", "") in lines
    assert ("collect_slot", "no_openings", "none") in lines
    assert not any(target == "abandoned" for _, target, _ in lines)


def test_timers_say_the_time_that_the_setting_usually_is() -> None:
    picture = drawn(FLOWS["payment"])
    chips = [chip.text for chip in picture.boxes[0].chips]
    assert "after 8m: says nudge" in chips
    assert "30m without a word: abandoned" in drawn(FLOWS["booking"]).header


def test_mermaid_quotes_every_name(flow: Flow) -> None:
    text = mermaid(drawn(flow))
    assert text.count("\n  s_") == len(flow.states) + len(drawn(flow).lines)
    assert "flowchart TD" in text


def test_the_pictures_of_the_docs_are_those_of_the_flows(flow: Flow) -> None:
    """After a change: `ratiba graph --format svg --out docs/flows`."""
    assert (DOCS / f"{flow.name}.svg").read_text(encoding="utf-8") == svg(drawn(flow))


def test_the_docs_show_no_flow_that_is_gone() -> None:
    assert {path.stem for path in DOCS.glob("*.svg")} == set(FLOWS)
