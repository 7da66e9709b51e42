"""Free times near the wished one."""

from dataclasses import replace
from datetime import date

from engine.model.builtin import OTHER_DAY
from engine.model.handler import Args, TurnContext
from engine.model.tool import Answer
from engine.model.value import Scalar, Value
from tools.args import named, optional, required, text
from tools.catalog.model import Catalogue, Person
from tools.catalog.read import read_catalogue
from tools.scheduling.counted import counted, either_way
from tools.scheduling.option import choices
from tools.scheduling.search import Found, Request, Search
from tools.scheduling.seasons import in_season
from tools.scheduling.wish import ISO_DAY, Wish, read_wish

SOUGHT = "sought"
"""What was looked for in the place of a wish that says less: told in its place."""
SAME = "same"
"""Why a wished time is none to move to: the booking is there already."""


class GetAvailableSlots:
    """Lists openings for a service, with one person or with anyone; or those to move to."""

    async def answer(self, turn: TurnContext, args: Args) -> Answer:
        """Answer with one read of what is taken, two if the wished day has nothing left."""
        catalogue = await read_catalogue(turn.read, turn.tenant)
        service = catalogue.services.get(text(args, "service"))
        people = _asked_for(catalogue, args)
        if service is None or not people:
            return Answer("done")
        moving = optional(args, "appointment")
        request = Request(
            service,
            people,
            _wish(args, moving),
            turn.now,
            turn.tenant.zone,
            turn.thread_id,
            str(moving.value) if moving else None,
        )
        found = in_season(await Search(turn.read, catalogue, request).run(), catalogue.about)
        if moving is None:
            said: dict[str, Scalar] = {"why": str(found.why)} if _refused(found) else {}
            return Answer("done", options=found.options, exact=found.exact, said=said)
        answer = await _on_another_day(turn, catalogue, request, found, args)
        return _as_counted(answer, moving, args.get("wish"))


def _wish(args: Args, moving: Value | None) -> Wish:
    """The wish; of a booking that is moved to an hour alone, that hour of its own day.

    Not where it is the day that is to be another.
    """
    said = args.get("wish")
    wish = read_wish((moving and counted(said, moving)) or said)
    another = isinstance(said, Value) and OTHER_DAY in said.facts
    if moving is None or another or len(wish.hours) != 1:
        return wish
    day = date.fromisoformat(str(moving.facts.get("starts_at"))[:ISO_DAY])
    return Wish(day, minute=wish.hours[0], past=wish.past)


def _as_counted(answer: Answer, moving: Value, wish: Value | Scalar) -> Answer:
    """The answer to a wish counted from the booking: what was looked for is told with it.

    Where either way may be meant nothing was looked for: what is free beside it is shown.
    """
    sought = counted(wish, moving)
    if sought is None:
        return answer
    if either_way(wish):
        return Answer("done", options=answer.options)
    said = {**answer.said, SOUGHT: str(sought.value)} if answer.said else answer.said
    return replace(answer, said=said)


def _refused(found: Found) -> bool:
    return found.why is not None and found.exact is None


async def _on_another_day(
    turn: TurnContext, catalogue: Catalogue, request: Request, found: Found, args: Args
) -> Answer:
    """Those for a booking; for a day alone the times nearest to its own hour come first.

    That hour itself is taken only if it was asked for: "Saturday, same time".
    """
    moving = required(args, "appointment")
    start, day = str(moving.facts.get("starts_at")), request.wish.day
    free = found.why is None and bool(found.options)
    if not free or day is None or request.wish != Wish(day) or start.startswith(day.isoformat()):
        return await _to_move(turn, catalogue, request, found, moving)
    at = Value("opening", f"{day.isoformat()}{start[ISO_DAY:]}")
    same = replace(request, wish=read_wish(at))
    then = in_season(await Search(turn.read, catalogue, same).run(), catalogue.about)
    if not _same_hour(args):
        return Answer("done", options=then.options)
    answer = await _to_move(turn, catalogue, same, then, moving)
    return replace(answer, said={**answer.said, SOUGHT: str(at.value)}) if answer.said else answer


def _same_hour(args: Args) -> bool:
    wish = args.get("wish")
    return isinstance(wish, Value) and wish.facts.get("same_hour") is True


async def _to_move(
    turn: TurnContext, catalogue: Catalogue, request: Request, found: Found, moving: Value
) -> Answer:
    """The same for a booking: not the time it has; and who else could, if its person cannot."""
    here = moving.facts.get("starts_at") if _serves(request, moving) else None
    options = tuple(one for one in found.options if one.value != here)
    if found.exact is not None and found.exact.value == here:
        return Answer("done", options=options, said={"why": SAME})
    said: dict[str, Scalar] = {}
    if _refused(found):
        said = {"why": str(found.why), **await _instead(turn, catalogue, request)}
    return Answer("done", options=options, exact=found.exact, said=said)


async def _instead(turn: TurnContext, catalogue: Catalogue, request: Request) -> dict[str, Scalar]:
    """Whose calendar was looked at, if one person's, and who else is free at the wished minute."""
    if len(request.people) > 1:
        return {}
    (person,) = request.people
    anyone = replace(request, people=catalogue.eligible(request.service.id))
    if request.wish.minute is None or len(anyone.people) == 1:
        return {"who": person.name}
    found = await Search(turn.read, catalogue, anyone).run()
    if found.exact is None:
        return {"who": person.name}
    return {"who": person.name, "instead": choices(found.exact)[0].name}


def _serves(request: Request, moving: Value) -> bool:
    """Whether the booking's own person alone is looked for."""
    return [person.id for person in request.people] == [moving.facts.get("staff")]


def _asked_for(catalogue: Catalogue, args: Args) -> tuple[Person, ...]:
    """The person named, or everybody who offers the service but those not wanted.

    Where nobody was named for a booking that is to be moved, its person is meant.
    """
    people = catalogue.eligible(text(args, "service"))
    name, staff = named(args, "staff"), optional(args, "staff")
    unwanted = str(staff.facts.get("excluded", "")).split(",") if staff else []
    moving = optional(args, "appointment")
    if staff is None and moving is not None:
        own = tuple(person for person in people if person.id == moving.facts.get("staff"))
        return own or people
    return tuple(
        person for person in people if person.id not in unwanted and name in (None, person.id)
    )


HANDLER = GetAvailableSlots()
