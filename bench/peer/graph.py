"""The graph: thirteen nodes, and the edges between them; compiled once a process."""

from collections.abc import Callable, Coroutine
from typing import Any

from langgraph.checkpoint.base import BaseCheckpointSaver
from langgraph.graph import END, START, StateGraph
from langgraph.graph.state import CompiledStateGraph

from bench.peer import nodes
from bench.peer.domain import BookingState

Node = Callable[[BookingState], nodes.Change]
MOST_TRIES = 3
NODES: dict[str, Node] = {
    "GREET": nodes.greet,
    "IDENTIFY": nodes.identify,
    "COLLECT_PHONE": nodes.collect_phone,
    "COLLECT_SERVICE": nodes.collect_service,
    "COLLECT_STAFF": nodes.collect_staff,
    "COLLECT_SLOT": nodes.collect_slot,
    "CONFIRM": nodes.confirm,
    "CROSS_SELL_OFFER": nodes.cross_sell_offer,
    "CROSS_SELL_RESPONSE": nodes.unchanged,
    "BUNDLE_CONFIRM": nodes.unchanged,
    "BOOKED": nodes.booked,
    "CLARIFICATION": nodes.clarification,
    "ESCALATE": nodes.escalate,
}
ENTRIES = [
    "GREET", "COLLECT_PHONE", "COLLECT_SERVICE", "COLLECT_STAFF", "COLLECT_SLOT", "CONFIRM",
    "CROSS_SELL_RESPONSE", "BOOKED", "ESCALATE",
]  # fmt: skip
"""Where a turn may go in: where the last one waits."""
WAITS = (
    ("COLLECT_SERVICE", "service_id", "COLLECT_STAFF"),
    ("COLLECT_STAFF", "staff_id", "COLLECT_SLOT"),
    ("COLLECT_SLOT", "slot", "CONFIRM"),
    ("CONFIRM", "appointment_id", "BOOKED"),
)
"""A node that asks, the field it fills, the node after it."""


def graph(saver: BaseCheckpointSaver[Any]) -> CompiledStateGraph[Any, Any, Any, Any]:
    """Compile the graph over a checkpointer."""
    made = StateGraph(BookingState)
    for name, node in NODES.items():
        made.add_node(name, _awaited(node))
    made.add_conditional_edges(START, _entry, ENTRIES)
    made.add_conditional_edges("GREET", _greeted, ["IDENTIFY", "CLARIFICATION"])
    made.add_conditional_edges("IDENTIFY", _known, ["COLLECT_SERVICE", "COLLECT_PHONE"])
    for name, field, after in WAITS:
        ways = [after, END, "CLARIFICATION", "ESCALATE"]
        made.add_conditional_edges(name, _filled(field, after), ways)
    made.add_edge("CROSS_SELL_RESPONSE", "BUNDLE_CONFIRM")
    made.add_edge("BUNDLE_CONFIRM", "BOOKED")
    for name in ("COLLECT_PHONE", "CROSS_SELL_OFFER", "BOOKED", "CLARIFICATION", "ESCALATE"):
        made.add_edge(name, END)
    return made.compile(checkpointer=saver)


def _awaited(node: Node) -> Callable[[BookingState], Coroutine[Any, Any, nodes.Change]]:
    """The same as a coroutine: plain functions go to threads, which costs a tenth more."""

    async def awaited(state: BookingState) -> nodes.Change:
        return node(state)

    return awaited


async def _entry(state: BookingState) -> str:
    if state.retry_count >= MOST_TRIES:
        return "ESCALATE"
    return state.current_state


async def _greeted(state: BookingState) -> str:
    return "IDENTIFY" if state.intent else "CLARIFICATION"


async def _known(state: BookingState) -> str:
    return "COLLECT_SERVICE" if state.phone else "COLLECT_PHONE"


def _filled(field: str, after: str) -> Callable[[BookingState], Coroutine[Any, Any, str]]:
    async def way(state: BookingState) -> str:
        if state.await_input:
            return str(END)
        if getattr(state, field):
            return after
        return "ESCALATE" if state.retry_count >= MOST_TRIES else "CLARIFICATION"

    return way
