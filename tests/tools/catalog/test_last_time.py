"""What a customer had the last time, for the lists that are asked for it: on real rows."""

from engine.model.tool import Answer
from engine.model.value import LAST, Value
from tests.tools.conftest import Business
from tools.catalog.list_active_services.handler import HANDLER as SERVICES
from tools.catalog.list_eligible_staff.handler import HANDLER as STAFF

PHONE = "+254712345678"
KEPT = """
INSERT INTO {t}.appointments (id, customer_id, service_id, staff_id, starts_at, ends_at, status,
    price_kes, created_at, updated_at)
VALUES (%(id)s, %(customer)s, %(service)s, %(staff)s, %(at)s::timestamptz,
    %(at)s::timestamptz + interval '1 hour', %(status)s, 100, now(), now())
"""


async def had(
    spa: Business, at: str, service: str, staff: str, status: str = "completed", *, who: str = PHONE
) -> None:
    kept = {"id": at + who, "customer": who, "service": service, "staff": staff}
    await spa.gate.execute(KEPT, {**kept, "at": f"{at}+03:00", "status": status})


async def service(spa: Business, who: str = PHONE) -> Answer:
    return await SERVICES.answer(spa.turn(phone=who), {"wish": Value("service", LAST)})


async def staff(spa: Business, of: str, who: str = PHONE) -> Answer:
    wanted = {"wish": Value("staff", LAST), "service": Value("service", of)}
    return await STAFF.answer(spa.turn(phone=who), wanted)


def exact(answer: Answer) -> object:
    return answer.exact and answer.exact.value


async def test_the_last_that_took_place_is_meant(spa: Business) -> None:
    await had(spa, "2026-04-01T10:00", "haircut", "brian")
    await had(spa, "2026-05-02T10:00", "manicure", "anna")
    await had(spa, "2026-05-20T10:00", "facial", "jane", "cancelled")
    await had(spa, "2026-06-09T10:00", "pedicure", "mary", "confirmed")
    found = await service(spa)
    assert (exact(found), found.options[0].value, found.said) == ("manicure", "manicure", {})
    assert exact(await staff(spa, "manicure")) == "anna"


async def test_what_nobody_marked_as_done_took_place_all_the_same(spa: Business) -> None:
    await had(spa, "2026-05-02T10:00", "manicure", "anna", "confirmed")
    await had(spa, "2026-04-02T10:00", "haircut", "brian")
    assert exact(await service(spa)) == "manicure"


async def test_who_has_had_nothing_yet_means_what_is_booked(spa: Business) -> None:
    await had(spa, "2026-06-09T10:00", "pedicure", "anna", "confirmed")
    assert exact(await service(spa)) == "pedicure"


async def test_without_a_booking_there_is_no_last_one(spa: Business) -> None:
    await had(spa, "2026-05-02T10:00", "manicure", "anna", who="+254700000009")
    found = await service(spa)
    assert found.exact is None
    assert found.said == {"why": "never_here"}
    assert found.options
    assert (await staff(spa, "manicure")).said == {"why": "never_here"}


async def test_a_service_that_is_offered_no_more_is_told_by_its_name(spa: Business) -> None:
    await had(spa, "2026-05-02T10:00", "manicure", "anna")
    await spa.gate.execute("UPDATE {t}.services SET active = false WHERE id = 'manicure'")
    await spa.gate.execute("UPDATE public.tenants SET version = version + 1 WHERE slug = %s",
        [spa.tenant.slug])  # fmt: skip
    await spa.refresh()
    found = await service(spa)
    assert found.exact is None
    assert found.said == {"why": "no_more", "who": "Manicure"}


async def test_whoever_does_not_do_it_or_has_left_is_told_by_name(spa: Business) -> None:
    await had(spa, "2026-05-02T10:00", "haircut", "brian")
    found = await staff(spa, "manicure")
    assert found.exact is None
    assert found.said == {"why": "not_theirs", "who": "Brian"}
    await spa.gate.execute("UPDATE {t}.staff SET active = false WHERE id = 'brian'")
    await spa.gate.execute("UPDATE public.tenants SET version = version + 1 WHERE slug = %s",
        [spa.tenant.slug])  # fmt: skip
    await spa.refresh()
    assert (await staff(spa, "haircut")).said == {"why": "left", "who": "Brian"}
