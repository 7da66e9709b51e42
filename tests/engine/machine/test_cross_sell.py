"""An extra offered beside a booking: taken, left, gone, corrected; never twice in one attempt."""

from dataclasses import dataclass, replace

import pytest

from engine.machine.working.errors import Broken
from engine.model.effect import Say
from engine.model.flow import FlowSet
from engine.model.tool import Call
from engine.model.understanding import Act, Language, Mention, Understanding
from engine.model.value import SlotValue, Status, Value
from tests.engine.machine.scene import FACTS, Salon, Scene

PAIR = ["service", "time", "person", "extra", "extra_time", "extra_person"]


@dataclass
class Parlour(Salon):
    """A salon in which a manicure goes with everything, an hour later."""

    extra: str = "manicure"

    def find_adjacent_opening(self, call: Call) -> dict[str, Value]:
        price = call.args["price"]
        assert isinstance(price, Value)
        assert isinstance(price.value, int)
        return {
            "extra": Value("service", self.extra, {"en": "Manicure"}, {"price": 1000}),
            "extra_time": Value("opening", "2026-06-01T17:00"),
            "extra_person": Value("staff", "mary", {"": "Mary"}),
            "bundle": Value("money", (price.value + 1000) * 9 // 10),
            "apart": Value("money", price.value + 1000),
        }

    def reserve_pair(self, call: Call) -> dict[str, Value]:
        bundle = call.args["bundle"]
        assert isinstance(bundle, Value)
        return {"extra_hold": Value("hold", f"x{len(self.calls)}"), "price": bundle}


@pytest.fixture
def confirming(flows: FlowSet) -> Scene:
    """Before the yes to a swedish massage with Anna at 16:00; the dial is up."""
    scene = Scene(Parlour(flows), facts={**FACTS, "dials.cross_sell_aggressiveness": 0.5})
    return scene.says("book", time="2026-06-01T16:00", service="swedish", staff="anna")


@pytest.fixture
def offered(confirming: Scene) -> Scene:
    return confirming.says("affirm")


def test_the_offer_comes_after_the_yes_and_before_anything_is_booked(offered: Scene) -> None:
    assert (offered.state, offered.ran) == ("CROSS_SELL_RESPONSE", [])
    assert offered.chips == ["way:accept", "way:decline"]
    assert offered.said == ["cross_sell.cross_sell_response"]


def test_taken_it_is_held_shown_and_booked_with_one_more_yes(offered: Scene) -> None:
    offered.says("affirm")
    assert (offered.state, offered.ran) == ("BUNDLE_CONFIRM", ["reserve_pair"])
    assert offered.chips == ["act:affirm", "act:change", "way:declined"]
    offered.says("affirm")
    assert (offered.state, offered.ran) == (
        "PAYMENT_PENDING",
        ["confirm_booking", "initiate_stk_push"],
    )
    salon = offered.salon
    book, push = salon.calls[-2:]
    assert set(PAIR) | {"extra_hold", "hold"} <= book.args.keys()
    assert isinstance(push.args["price"], Value)
    assert push.args["price"].value == 3600
    offered.happens("initiate_stk_push.settled")
    assert (offered.state, offered.said) == ("BOOKED", ["booking.recap"])
    recap = next(effect for effect in offered.effects if isinstance(effect, Say))
    assert recap.values["extra"].value == "manicure"
    assert recap.values["price"].value == 3600


def test_left_the_earlier_yes_stands_without_a_second_question(offered: Scene) -> None:
    offered.says("deny")
    assert (offered.state, offered.ran) == (
        "PAYMENT_PENDING",
        ["confirm_booking", "initiate_stk_push"],
    )
    assert offered.said == ["cross_sell.just_the_first", "payment.check_your_phone"]
    book, push = offered.salon.calls[-2:]
    assert "extra_hold" not in book.args
    assert isinstance(push.args["price"], Value)
    assert push.args["price"].value == 3000


@pytest.mark.parametrize("act", ["stop", "cancel"])
def test_who_stops_at_an_offer_is_charged_nothing(offered: Scene, act: str) -> None:
    offered.says(act)
    assert (offered.state, offered.ran) == ("ABANDONED", [])
    assert "tentatively_reserve" in offered.undone


@pytest.mark.parametrize(("yeses", "undone"), [(0, []), (1, ["reserve_pair"])])
def test_silence_is_a_no(offered: Scene, yeses: int, undone: list[str]) -> None:
    for _ in range(yeses):
        offered.says("affirm")
    offered.rings(offered.state.lower())
    assert (offered.state, offered.undone) == ("PAYMENT_PENDING", undone)
    assert offered.said[0] == "cross_sell.carry_on"


def test_a_no_to_the_bundle_lets_the_extra_go_and_keeps_the_first(offered: Scene) -> None:
    offered.says("affirm").says("deny")
    assert (offered.state, offered.undone) == ("PAYMENT_PENDING", ["reserve_pair"])
    push = offered.salon.calls[-1]
    assert isinstance(push.args["price"], Value)
    assert push.args["price"].value == 3000


def test_gone_meanwhile_is_told_and_the_booking_goes_on(offered: Scene) -> None:
    offered.salon.comes_to["reserve_pair"] = "taken"
    offered.says("affirm")
    assert offered.said[0] == "cross_sell.extra_gone"
    assert (offered.state, offered.undone) == ("PAYMENT_PENDING", [])


def test_who_lost_the_first_time_as_well_is_told_once(offered: Scene) -> None:
    offered.salon.comes_to |= {"reserve_pair": "lost", "confirm_booking": "lost"}
    offered.says("affirm")
    assert (offered.state, offered.said) == (
        "COLLECT_SLOT",
        ["booking.taken", "booking.collect_slot"],
    )


def test_only_the_extra_is_booked_in_the_place_of_the_first(offered: Scene) -> None:
    extra = str(offered.slot("extra"))
    only = (Act("deny", 0.95), Act("only", 0.9))
    wanted = (Mention("service", extra, 0.97),)
    offered.hears(Understanding(only, wanted, language=Language("en", 0.9, "en")))
    wishes = [call.args.get("wish") for call in offered.salon.calls]
    assert extra in {wish.value for wish in wishes if isinstance(wish, Value)}
    assert offered.state == "COLLECT_SERVICE", "this salon offers it beside something only"
    offered.taps("service=haircut")
    assert offered.says("affirm").state == "PAYMENT_PENDING", "nothing more is offered"


def test_nothing_that_fits_is_not_mentioned(confirming: Scene) -> None:
    confirming.salon.comes_to["find_adjacent_opening"] = "none"
    confirming.says("affirm")
    assert confirming.said == ["payment.check_your_phone"]


def test_a_dial_at_nothing_asks_nothing(confirming: Scene) -> None:
    confirming.facts = {**confirming.facts, "dials.cross_sell_aggressiveness": 0}
    confirming.says("affirm")
    assert confirming.state == "PAYMENT_PENDING"
    assert "find_adjacent_opening" not in [call.tool for call in confirming.salon.calls]


@pytest.mark.parametrize(("yeses", "undone"), [(0, []), (1, ["reserve_pair"])])
def test_a_correction_lets_both_go_and_the_offer_is_found_anew(
    offered: Scene, yeses: int, undone: list[str]
) -> None:
    for _ in range(yeses):
        offered.says("affirm")
    offered.says("change", time="2026-06-01T15:00")
    assert offered.state == "CONFIRM"
    assert offered.undone == [*undone, "tentatively_reserve"]
    assert offered.slot("extra") is None
    assert offered.slot("price") == 3000
    assert offered.says("affirm").state == "CROSS_SELL_RESPONSE"


def test_change_by_its_button_reaches_the_answers_beneath(offered: Scene) -> None:
    offered.says("affirm").taps("act:change")
    assert offered.state == "WHICH"
    offered.taps(next(chip for chip in offered.chips if chip.endswith("=time")))
    assert (offered.state, offered.slot("extra")) == ("COLLECT_SLOT", None)
    assert {"reserve_pair", "tentatively_reserve"} <= {*offered.undone}


def test_what_is_on_offer_said_again_beside_a_yes_is_no_correction(offered: Scene) -> None:
    offered.says("affirm", service="manicure", time="2026-06-01T17:00", staff="mary")
    assert offered.state == "BUNDLE_CONFIRM"
    offered.says("affirm", service="swedish")
    assert offered.state == "PAYMENT_PENDING"


def test_the_offered_service_named_alone_brings_the_question_again(offered: Scene) -> None:
    offered.says(service="manicure")
    assert (offered.state, offered.slot("service")) == ("CROSS_SELL_RESPONSE", "swedish")
    assert offered.said == ["cross_sell.cross_sell_response"]
    assert offered.session.rungs == 0


def test_calling_the_booking_off_lets_everything_go(offered: Scene) -> None:
    offered.says("affirm").says("cancel")
    assert (offered.state, offered.ran) == ("ABANDONED", [])
    assert offered.undone == ["reserve_pair", "tentatively_reserve"]


def test_turned_down_it_is_not_offered_again_in_this_attempt(offered: Scene) -> None:
    offered.salon.comes_to["confirm_booking"] = "lost"
    offered.says("deny")
    assert offered.state == "COLLECT_SLOT"
    offered.says(time="2026-06-01T09:00")
    assert offered.state == "CONFIRM"
    assert offered.says("affirm").state == "PAYMENT_PENDING"


def test_not_even_where_the_flow_begins_again(offered: Scene) -> None:
    offered.says("deny").happens("initiate_stk_push.lost")
    offered.says(time="2026-06-01T09:00")
    assert offered.state == "CONFIRM"
    assert offered.says("affirm").state == "PAYMENT_PENDING"


def test_a_pair_lost_at_the_last_moment_is_let_go_and_found_anew(offered: Scene) -> None:
    offered.says("affirm")
    offered.salon.comes_to["confirm_booking"] = "lost"
    offered.says("affirm")
    assert offered.state == "COLLECT_SLOT"
    assert {*offered.undone} == {"reserve_pair", "tentatively_reserve"}
    offered.says(time="2026-06-01T09:00")
    assert (offered.state, offered.slot("price")) == ("CONFIRM", 3000)
    assert offered.says("affirm").state == "CROSS_SELL_RESPONSE"


def test_unpaid_both_are_let_go_by_the_booking_s_own_undo(offered: Scene) -> None:
    offered.says("affirm").says("affirm").happens("initiate_stk_push.cancelled").says("deny")
    assert (offered.state, offered.undone) == ("ABANDONED", ["confirm_booking"])


def test_a_second_prompt_for_a_bundle_takes_a_second_yes(offered: Scene) -> None:
    offered.says("affirm").says("affirm").happens("initiate_stk_push.cancelled").says("affirm")
    assert (offered.state, offered.ran) == ("PAYMENT_PENDING", ["initiate_stk_push"])
    push = offered.salon.calls[-1]
    assert isinstance(push.args["price"], Value)
    assert push.args["price"].value == 3600


def test_the_engine_itself_refuses_an_extra_that_no_yes_has_shown(offered: Scene) -> None:
    frame = offered.session.frames[0]
    loose = Value("service", "manicure")
    slots = {**frame.slots, "extra": SlotValue(loose, Status.FILLED)}
    frames = (replace(frame, slots=slots), *offered.session.frames[1:])
    offered.session = replace(offered.session, frames=frames)
    with pytest.raises(Broken, match="extra is not confirmed"):
        offered.says("deny")


def test_a_person_comes_and_goes_and_the_offer_stands(offered: Scene) -> None:
    assert offered.says("handoff").state == "ESCALATE"
    offered.happens("notify_admin.handed_back")
    assert (offered.state, offered.chips) == (
        "CROSS_SELL_RESPONSE",
        ["way:accept", "way:decline"],
    )


def test_an_answer_of_the_tool_that_breaks_is_no_matter(confirming: Scene) -> None:
    salon = confirming.salon
    salon.comes_to["find_adjacent_opening"] = "failed"
    assert confirming.says("affirm").state == "PAYMENT_PENDING"
