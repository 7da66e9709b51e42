"""The tools that the machine answers itself."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from engine.machine.walking.beneath import (
    forget_all,
    forget_answer,
    forget_last,
    let_go_beneath,
)
from engine.machine.working.altered import altered
from engine.machine.working.desk import Desk
from engine.model.builtin import (
    FORGET_ALL,
    FORGET_ANSWER,
    FORGET_LAST,
    LET_GO_BENEATH,
    SET_LANGUAGE,
    WAIT,
)
from engine.model.flow import Flow


def set_language(desk: Desk) -> str:
    """Go on in the language chosen; what is heard no longer decides it."""
    chosen = str(desk.get(desk.top, "language").value.value)
    desk.session = altered(desk.session, locale=chosen, locale_chosen=True)
    return "done"


ANSWERED: Mapping[str, Callable[[Desk], str]] = MappingProxyType(
    {
        FORGET_ANSWER.name: forget_answer,
        FORGET_LAST.name: forget_last,
        FORGET_ALL.name: forget_all,
        LET_GO_BENEATH.name: let_go_beneath,
        SET_LANGUAGE.name: set_language,
    }
)
"""Tool -> what it does to the conversation; gives its outcome. They act for the top frame."""

WAITING = WAIT.name
"""The tool that only waits: nobody answers it."""

_OF_BENEATH = ANSWERED.keys() - {SET_LANGUAGE.name}


def of_beneath(flow: Flow) -> bool:
    """Whether a flow is for nothing but the task over which it lies."""
    return any(state.what in _OF_BENEATH for state in flow.states.values())
