"""The catalogue as conversations meet it: words, hours, lists."""

from engine.model.tenant import Tenant
from engine.model.value import Value
from tests.tools.conftest import Business, Opened
from tools.catalog.hours import hours, hours_of
from tools.catalog.kept import Kept
from tools.catalog.list_active_services.handler import HANDLER as SERVICES
from tools.catalog.list_eligible_staff.handler import HANDLER as STAFF
from tools.catalog.model import Catalogue, Person
from tools.catalog.read import merged
from tools.catalog.vocabulary import vocabulary
from tools.tenants.plan import BranchPlan, Plan, ServicePlan, StaffPlan


async def test_a_word_for_several_services_is_a_word_of_each(spa: Business) -> None:
    words = await vocabulary(spa.gate, spa.tenant)
    assert [term.value for term in words if "masaji" in term.words] == [
        "swedish_massage", "deep_tissue_massage", "hot_stone_massage", "back_massage",
    ]  # fmt: skip
    assert [term.value for term in words if "masaji ya tishu" in term.words] == [
        "deep_tissue_massage"
    ]
    haircut = next(term for term in words if term.value == "haircut")
    assert {"haircut", "kunyoa"} <= set(haircut.words)
    assert [term.value for term in words if term.type == "staff"] == [
        "anna", "mary", "brian", "jane",
    ]  # fmt: skip
    assert all(word == word.lower() for term in words for word in term.words)


async def test_the_spa_is_open_daily(spa: Business) -> None:
    assert await hours(spa.gate, spa.tenant) == tuple(
        (day, (("09:00", "18:00"),)) for day in range(1, 8)
    )


async def test_hours_of_branches_join_and_a_day_without_is_closed(open_business: Opened) -> None:
    plan = Plan(
        "test",
        "Test",
        (ServicePlan("cut", "Cut", "Kata", (), "hair", 1, 30),),
        (StaffPlan("anna", "Anna", ("cut",), ((1, "08:00", "12:00"),), branch="east"),),
        branches=(
            BranchPlan("east", "East", ((1, "08:00", "12:00"), (1, "14:00", "24:00"))),
            BranchPlan("west", "West", ((1, "11:00", "15:00"), (2, "09:00", "10:00"))),
        ),
    )
    shop = await open_business(plan)
    found = dict(await hours(shop.gate, shop.tenant))
    assert found[1] == (("08:00", "24:00"),)
    assert found[2] == (("09:00", "10:00"),)
    assert found[3] == ()


def test_without_stated_hours_those_of_the_people_count() -> None:
    person = Person("anna", "Anna", (), "main", frozenset(), {3: ((540, 600),)})
    assert dict(hours_of(Catalogue({}, (person,), branches={"main": None})))[3] == (
        ("09:00", "10:00"),
    )
    assert hours_of(Catalogue({}, ())) == ()


def test_spans_that_touch_are_one() -> None:
    assert merged([(600, 660), (540, 600), (700, 710), (550, 560)]) == ((540, 660), (700, 710))


async def test_services_are_listed_with_what_rules_ask(spa: Business) -> None:
    answer = await SERVICES.answer(spa.turn(), {"wish": Value("service", "facial")})
    assert answer.exact is not None
    assert answer.exact.names == {"en": "Facial", "sw": "Usafi wa uso"}
    assert answer.exact.facts["price"] == 3000
    assert answer.exact.facts["buffer_after"] == 15
    assert (answer.exact.facts["is_skin"], answer.exact.facts["is_hair"]) == (True, False)
    assert answer.options[0] == answer.exact
    assert len(answer.options) == 10


async def test_a_service_that_is_none_or_not_offered_now_is_not_exact(spa: Business) -> None:
    await spa.gate.execute("UPDATE {t}.services SET active = false WHERE id = 'facial'")
    await spa.refresh()
    for wish in ("facial", "teleportation"):
        answer = await SERVICES.answer(spa.turn(), {"wish": Value("service", wish)})
        assert answer.exact is None
        assert answer.options
    assert (await SERVICES.answer(spa.turn(), {"wish": None})).exact is None


async def test_anna_alone_cuts_hair(spa: Business) -> None:
    answer = await STAFF.answer(spa.turn(), {"service": Value("service", "haircut")})
    assert answer.options == (Value("staff", "anna", {"": "Anna"}),)


async def test_a_wished_person_comes_first_if_they_offer_it(spa: Business) -> None:
    nails = Value("service", "manicure")
    jane = await STAFF.answer(spa.turn(), {"service": nails, "wish": Value("staff", "jane")})
    assert jane.exact == jane.options[0] == Value("staff", "jane", {"": "Jane"})
    mary = await STAFF.answer(spa.turn(), {"service": nails, "wish": Value("staff", "mary")})
    assert mary.exact is None


async def test_anyone_but_those_left_out_is_to_be_had_where_somebody_is_left(spa: Business) -> None:
    wish = Value("staff", "*", facts={"excluded": "anna"})
    nails = {"service": Value("service", "manicure"), "wish": wish}
    assert (await STAFF.answer(spa.turn(), nails)).said == {}
    cut = await STAFF.answer(spa.turn(), {"service": Value("service", "haircut"), "wish": wish})
    assert (cut.exact, cut.said) == (None, {"why": "only_them", "who": "Anna"})
    assert [one.value for one in cut.options] == ["anna"]


async def test_the_catalogue_is_read_once_a_version(spa: Business) -> None:
    await SERVICES.answer(spa.turn(), {})
    spa.statements = 0
    await SERVICES.answer(spa.turn(), {})
    await STAFF.answer(spa.turn(), {"service": Value("service", "haircut")})
    assert spa.statements == 0
    await spa.gate.execute("UPDATE {t}.services SET price_kes = 1700 WHERE id = 'haircut'")
    await spa.refresh()
    answer = await SERVICES.answer(spa.turn(), {"wish": Value("service", "haircut")})
    assert spa.statements == 1
    assert answer.exact is not None
    assert answer.exact.facts["price"] == 1700


def test_only_so_many_tenants_are_kept_and_the_newest_version_of_each() -> None:
    kept: Kept[str] = Kept(2)

    def tenant(number: int, version: int = 1) -> Tenant:
        return Tenant(number, f"t{number}", "T", "spa", "en", version)

    for number in (1, 2):
        kept.put(tenant(number), f"thing {number}")
    assert kept.get(tenant(1)) == "thing 1"
    kept.put(tenant(3), "thing 3")
    assert kept.get(tenant(2)) is None
    assert kept.get(tenant(1)) == "thing 1"
    assert kept.get(tenant(1, version=2)) is None
