"""What is shipped, as texts that are kept: an earlier release can be compiled from them."""

import pytest

from engine.assembly.library import Library, Repertoire
from engine.assembly.shipped import Shipped
from engine.document.problem import Problems
from engine.model.flow import FlowSet
from tests.publishing import library

VERTICALS = ("spa", "salon", "carwash")


def digests(flows: FlowSet) -> dict[str, str]:
    return {name: flow.digest for name, flow in flows.flows.items()}


@pytest.mark.parametrize("vertical", VERTICALS)
def test_texts_say_what_the_files_say(vertical: str) -> None:
    now = library()
    then = now.as_of(now.shipped(vertical))
    assert isinstance(then, Library), str(then)
    one, other = now.world(vertical), then.world(vertical)
    assert isinstance(one, Repertoire)
    assert isinstance(other, Repertoire)
    assert digests(one.flows) == digests(other.flows)
    assert one.book.phrases == other.book.phrases
    assert then.shipped(vertical).digest == now.shipped(vertical).digest


def test_an_earlier_release_is_compiled_once() -> None:
    texts = older({})
    assert library().as_of(texts) is library().as_of(older({}))


def test_what_todays_tools_do_not_serve_is_told() -> None:
    found = library().as_of(older({"tentatively_reserve": "no_such_tool"}))
    assert isinstance(found, Problems)
    assert "no_such_tool" in str(found)


def older(changes: dict[str, str]) -> Shipped:
    texts = dict(library().shipped("spa").texts)
    for old, new in {"30m": "25m", **changes}.items():
        texts = {file: text.replace(old, new) for file, text in texts.items()}
    return Shipped(texts)
