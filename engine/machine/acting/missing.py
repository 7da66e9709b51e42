"""Nothing of use was heard."""

from engine.machine.acting.greeting import greet
from engine.machine.acting.picking import never_put
from engine.machine.working.desk import Desk
from engine.machine.working.vain import in_vain
from engine.model.flow import Kind
from engine.model.value import Value


def missed(desk: Desk) -> None:
    """Nothing of use was heard: greet, say the state of a wait again, or climb a rung."""
    if not desk.frames:
        greet(desk)
        return
    state = desk.state(desk.top)
    if state.kind is Kind.DO and state.say:
        desk.say_again(state.say, 1)
        return
    if never_put(desk):
        desk.reask = True
        return
    desk.rung, desk.lost = desk.rung + 1, True
    rung, formed = in_vain(desk), _formed(desk)
    if formed is None:
        desk.say_again("talk.no_match", rung)
    else:
        desk.say_again("talk.wrong_form", rung, {"example": formed})
    desk.reask = True


def _formed(desk: Desk) -> Value | None:
    """How an answer is written, where the open question asks for one of a form."""
    state = desk.state(desk.top)
    kind = desk.flow(desk.top).slots[state.what].type if state.kind is Kind.ASK else None
    if kind is None or kind.like is None:
        return None
    shown = kind.example or kind.like
    return Value("text", shown, {"": shown})
