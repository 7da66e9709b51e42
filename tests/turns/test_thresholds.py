"""How sure is sure enough is data: of the release, of a kind of business, of one business."""

import pytest

from engine.errors import InputError
from engine.model.thresholds import USUAL, Thresholds
from ratiba.keeping.change import change
from tests.turns.published import published
from tests.turns.spa import Spa
from tools.publishing.service import Publishing
from tools.tenants.numbers import NUMBERS
from tools.tenants.options import read_options
from tools.tenants.verticals import load_vertical

WHOLE = "a haircut tomorrow at 3pm"
NONSENSE = "qwerty zxcvb asdf"
SURER = "ratiba: 1\noverlay: surer\nflow: booking\ntypes: {service: {sure: 0.95}}\n"


async def setting(spa: Spa, *pairs: str) -> None:
    spa.tenant = await change(spa.house.engine.core, spa.tenant.slug, read_options(pairs), None)


async def test_what_is_shipped_stands_in_one_file(spa: Spa) -> None:
    kit = await spa.house.engine.turner.kits.of(spa.tenant)
    assert kit.flows.thresholds == USUAL == Thresholds(0.85, 0.70, 3)
    types = {slot.type.name: slot.type for slot in kit.flows.flows["booking"].slots.values()}
    known = ("service", "staff", "opening", "name")
    assert [types[name].sure for name in known if name in types][:3] == [0.85, 0.8, 0.95]
    assert types["opening"].assume is None, "a time is never taken on trust"


async def test_a_business_has_its_own_number_of_clarifications(spa: Spa) -> None:
    await setting(spa, "clarifications=1")
    customer = await spa.customer().says(WHOLE)
    assert customer.state == "CONFIRM"
    await customer.says(NONSENSE)
    assert customer.state == "ESCALATE", "the first one already calls a person"
    assert await spa.rows("SELECT reason FROM {t}.handoff_log") == [("not_understood",)]


async def test_as_usual_the_third_calls_a_person(spa: Spa) -> None:
    customer = await spa.customer().says(WHOLE)
    await customer.says(NONSENSE)
    await customer.says(NONSENSE)
    assert customer.state == "CLARIFICATION"
    await customer.says(NONSENSE)
    assert customer.state == "ESCALATE"


async def test_an_act_must_be_as_sure_as_the_business_wants(spa: Spa) -> None:
    words = "massage tomorrow at 3pm"
    assert (await spa.customer().says("nataka kubook")).state == "COLLECT_SERVICE"
    await setting(spa, "act_from=0.95")
    kit = await spa.house.engine.turner.kits.of(spa.tenant)
    assert kit.flows.thresholds == Thresholds(0.95, 0.70, 3)
    other = await spa.customer("+254712000002").says(words)
    assert other.state == "CLARIFICATION", "values speak all the same: which massage?"


async def test_nothing_behind_the_sign_sets_back(spa: Spa) -> None:
    await setting(spa, "act_from=0.95", "clarifications=1", "dials.warmth=0.1")
    await setting(spa, "act_from=", "clarifications=", "dials.warmth=", "bundle_discount_percent=")
    kit = await spa.house.engine.turner.kits.of(spa.tenant)
    assert kit.flows.thresholds == USUAL
    began = load_vertical(spa.tenant.vertical)
    assert spa.tenant.dials["warmth"] == began.dials["warmth"]
    rows = await spa.rows("SELECT key, value FROM {t}.business_settings")
    kept = dict(rows)
    assert "act_from" not in kept
    assert kept["bundle_discount_percent"] == began.settings["bundle_discount_percent"]


async def test_a_kind_of_answer_of_one_business(spa: Spa, publishing: Publishing) -> None:
    customer = await spa.customer().says("book a manicor")
    assert customer.state in {"COLLECT_STAFF", "COLLECT_SLOT"}, "near enough is taken"
    await published(publishing, spa, SURER)
    spa.tenant = await spa.house.engine.core.tenants.by_slug(spa.tenant.slug)
    other = await spa.customer("+254712000002").says("book a manicor")
    assert other.state == "CLARIFICATION"
    assert other.session is not None
    assert other.session.prompt is not None
    assert other.session.prompt.chips, "asked with a chip to tap"


@pytest.mark.parametrize("key", [*NUMBERS])
def test_values_beyond_the_bounds_are_refused(key: str) -> None:
    least, most = NUMBERS[key].least, NUMBERS[key].most
    for value in (least - 1, most + 1, "much", "true", "0.30000000000000004"):
        with pytest.raises(InputError, match=f"{key}={value}: write "):
            read_options([f"{key}={value}"])
    assert read_options([f"{key}={least:g}"]).settings == {key: least}


def test_what_cannot_be_nothing_is_not_set_back() -> None:
    for key in ("name", "locale", "zone", "mpesa_enabled", "mpesa_passkey"):
        with pytest.raises(InputError, match=f"Write {key}=VALUE"):
            read_options([f"{key}="])


def test_clarifications_are_counted() -> None:
    with pytest.raises(InputError, match="write a whole number from 1 to 6"):
        read_options(["clarifications=2.5"])
