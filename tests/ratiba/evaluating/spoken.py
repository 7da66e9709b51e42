"""Dialogues in the form of the corpus, in our own words."""

from typing import Any

WHO = "Blue Door Studio"
OTHER = "Studio Amani"


def user(text: str, *acts: list[Any], books: bool = True) -> dict[str, Any]:
    intent = "BookAppointment" if books else "FindProvider"
    return {"s": "U", "u": text, "f": [{"svc": "Services_1", "intent": intent, "acts": acts}]}


def system(text: str, *acts: list[Any], call: tuple[str, str] | None = None) -> dict[str, Any]:
    frame: dict[str, Any] = {"svc": "Services_1", "acts": acts}
    if call:
        day, clock = call
        given = {"appointment_date": day, "appointment_time": clock, "stylist_name": WHO}
        frame["call"] = {"m": "BookAppointment", "p": given, "n": 1}
    return {"s": "S", "u": text, "f": [frame]}


def informs(**told: str) -> list[list[Any]]:
    slots = {"day": "appointment_date", "clock": "appointment_time", "who": "stylist_name"}
    return [["INFORM", slots.get(name, name), [value]] for name, value in told.items()]


def dialogue(*turns: dict[str, Any], id_: str = "d1") -> dict[str, Any]:
    return {"id": id_, "services": ["Services_1"], "turns": turns}


SEARCH = (
    user("I want my hair done", ["INFORM_INTENT", "intent", ["FindProvider"]], books=False),
    system("Where?", ["REQUEST", "city"]),
    user("Somewhere in Karen", ["INFORM", "city", ["Karen"]], books=False),
    system("How about this one?", ["OFFER", "stylist_name", [OTHER]]),
    user("Something else?", ["REQUEST_ALTS"], books=False),
    system("Or this one?", ["OFFER", "stylist_name", [WHO]]),
)
WISH = (
    user("Good, book me there for 8 March", ["INFORM_INTENT", "intent", ["BookAppointment"]],
         *informs(day="8 March")),
    system("When?", ["REQUEST", "appointment_time"]),
    user("at 2:30 pm", *informs(clock="2:30 pm")),
    system("At 2:30 pm?", ["CONFIRM", "appointment_time", ["2:30 pm"]]),
)  # fmt: skip
YES = user("Yes, that is right", ["AFFIRM"])
MADE = system("Done", ["NOTIFY_SUCCESS"], call=("2019-03-08", "14:30"))
BOOKED = dialogue(*SEARCH, *WISH, YES, MADE)
FOUND_ONLY = dialogue(*SEARCH, id_="d2")
"""A dialogue that books nothing."""
TAKEN = dialogue(
    *SEARCH,
    *WISH,
    YES,
    system("Not free, but at 4 pm", ["NOTIFY_FAILURE"], ["OFFER", "appointment_time", ["4 pm"]],
           call=("2019-03-08", "14:30")),
    user("That will do", ["AFFIRM"]),
    system("Done", ["NOTIFY_SUCCESS"], call=("2019-03-08", "16:00")),
    id_="d3",
)  # fmt: skip
ELSEWHERE = dialogue(
    *SEARCH, *WISH, YES, system("Done", ["NOTIFY_SUCCESS"], call=("2019-03-08", "02:30")), id_="d4"
)
"""Its answer is another time than the customer's words: the booking here is not the dialogue's."""
SALON = dialogue(
    user("I'm new here and want to find a salon near Amani", books=False),
    system("How about this one?", ["OFFER", "stylist_name", [WHO]],
           ["OFFER", "stylist_name", [OTHER]]),
    user("Good. Do you have half past two in the afternoon?",
         ["INFORM_INTENT", "intent", ["BookAppointment"]], *informs(clock="2:30 pm")),
    system("Today?", ["CONFIRM", "appointment_date", ["today"]]),
    user("No. Book me for Friday next week. Is there anything at half past two?", ["NEGATE"],
         *informs(day="Friday next week", clock="2:30 pm")),
    system("Friday 8 March?", ["CONFIRM", "appointment_date", ["8 March"]]),
    user("Lovely, thanks. What is their address?", ["AFFIRM"]),
    MADE,
    id_="d5",
)  # fmt: skip
"""An ordinary word of names, a question whether a time is free, half a correction, approval."""
