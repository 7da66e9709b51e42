"""Differences in plain words."""

import pytest

from engine.assembly.library import Repertoire
from engine.model.tenant import Tenant
from tests.publishing import COLOURS, PATIENT, PERSON_MOVED, library, text
from tools.publishing.differences import differences

HEAD = "ratiba: 1\noverlay: mine\nflow: booking\n"
SHOWN = "{{ service }} {{ time }} {{ person }} {{ price }} {{ phone }}"
SPA = Tenant(1, "my_spa", "My Spa", "spa", "en", 1)


def world(*sources: str) -> Repertoire:
    found = library().world("spa", [text(source, SPA).document for source in sources])
    assert isinstance(found, Repertoire), found
    return found


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (PATIENT, "booking: the setting 'give_up_after' goes from 30m to 45m"),
        (COLOURS, "booking: a step 'colour' asks for 'colour' after 'collect_slot'"),
        (COLOURS, "'booking.colour' (sw) is new: \"Ungependa rangi gani?\""),
        (PERSON_MOVED, "booking: the step 'collect_staff' is gone"),
        (
            PERSON_MOVED,
            "booking: conversations of older versions move: 'collect_staff' to 'pick_person'",
        ),
        (
            HEAD + "change: {confirm: {say: summary_car}}\n"
            f"phrases: {{summary_car: {{en: '{SHOWN}', sw: '{SHOWN}'}}}}\n",
            "booking: 'confirm' now says 'summary_car'",
        ),
        (
            HEAD + "change: {collect_service: {exits: {none: handoff}}}\n",
            "booking: 'collect_service' leads by 'none' to 'handoff' (was 'save_lead')",
        ),
        (HEAD + "change: {collect_staff: {optional: null}}\n", "'collect_staff' must be answered"),
        (
            HEAD + "phrases: {recap: {en: 'All set!', sw: 'Tayari!'}}\n",
            "'booking.recap' (en) now reads: \"All set!\"",
        ),
        (HEAD + "settings: {deposit: 50%}\n", "'deposit' goes from 100% to 50%"),
        (
            HEAD + "phrases: {recap: {en.voice: 'All set!', sw.voice: 'Tayari!'}}\n",
            "'booking.recap' (sw) is now spoken: \"Tayari!\"",
        ),
        (
            HEAD + "change: {collect_staff: {only_one: null}}\n",
            "'collect_staff' asks even if there is one choice",
        ),
        (
            HEAD + "change: {collect_phone: {remember: null}}\n",
            "'collect_phone' is no longer remembered",
        ),
        (
            HEAD + "change: {recap: {say: greet}}\n",
            "booking: 'recap' now says 'greet' (was 'recap')",
        ),
        (
            HEAD + "rules: {needs_phone: 'not phone is filled'}\n",
            "is now not phone is filled (was pays_now and not phone is filled)",
        ),
        (
            HEAD + "always: [{possible: abandoned}]\n",
            "always: 'abandoned' can still be reached from every question",
        ),
        (
            HEAD + "timers: [{quiet: 20m, go: abandoned}]\n",
            "now after 20m to 'abandoned', no longer after give_up_after to 'abandoned'",
        ),
        (
            HEAD + "anytime: {stop: save_lead}\n",
            "at any time 'stop' leads to 'save_lead' (was 'declined')",
        ),
        (
            HEAD.replace("booking", "feedback") + "change: {keep: {with: {low: false}}}\n",
            "'keep' is given low: false (was is_low)",
        ),
    ],
)
def test_what_changed_is_a_sentence(source: str, said: str) -> None:
    found = differences(world(), world(source))
    assert any(said in line for line in found), found


def test_what_only_follows_is_left_out() -> None:
    found = differences(world(), world(COLOURS))
    assert not any("now leads" in line for line in found), found


def test_back_again_is_told_the_other_way_round() -> None:
    found = differences(world(COLOURS), world())
    assert "booking: the step 'colour' is gone" in found
    assert "'booking.colour' (en) is gone" in found


def test_nothing_changed_is_nothing_said() -> None:
    assert differences(world(PATIENT), world(PATIENT)) == ()
