"""The shipped verticals are sound; a faulty one is told whole, line by line."""

from pathlib import Path

import pytest

from engine.document.problem import Problems
from engine.errors import InputError
from tools.tenants.verticals import ROOT, list_verticals, load_vertical, read_vertical

BROKEN = Path(__file__).parent / "broken"
SMALLEST = """services:
  cut: {name: {en: Cut, sw: Kata}, words: [cut], category: hair, price: 100, minutes: 30}
staff:
  anna: {name: Anna, services: [cut], works: {daily: "09:00-18:00"}}
"""
LIST_ROW = 24
"""Characters that a row of a WhatsApp list shows."""


@pytest.mark.parametrize("name", list_verticals())
def test_a_shipped_vertical_is_sound(name: str) -> None:
    plan = load_vertical(name)
    assert plan.vertical == name
    assert plan.services
    for service in plan.services:
        assert len(service.name_en) <= LIST_ROW
        assert len(service.name_sw) <= LIST_ROW
        assert service.words


def test_the_demo_s_haircut_is_as_the_walk_says() -> None:
    plan = load_vertical("spa")
    (haircut,) = [service for service in plan.services if service.id == "haircut"]
    assert (haircut.name_en, haircut.price, haircut.minutes) == ("Haircut", 1500, 45)
    offering = [person for person in plan.staff if "haircut" in person.services]
    assert [person.name for person in offering] == ["Anna"]
    hours = [(first, last) for _, first, last in offering[0].works]
    assert hours == [("09:00", "18:00")] * 7


def test_what_goes_with_what_is_the_service_s_own_list_or_its_category_s() -> None:
    spa = {service.id: service for service in load_vertical("spa").services}
    assert spa["manicure"].goes_with == ("pedicure", "gel_polish")
    assert spa["deep_tissue_massage"].goes_with == ("facial", "body_scrub")
    assert spa["haircut"].goes_with == ()
    assert load_vertical("spa").settings["bundle_discount_percent"] == 10


@pytest.mark.parametrize("name", list_verticals())
def test_what_goes_with_a_service_can_be_offered(name: str) -> None:
    plan = load_vertical(name)
    priced = {service.id for service in plan.services if service.price}
    for service in plan.services:
        assert {*service.goes_with} <= priced - {service.id}


def test_an_unknown_vertical_is_told_with_the_nearest() -> None:
    with pytest.raises(InputError, match=r"No vertical 'salom'. Write 'salon'\."):
        load_vertical("salom")


@pytest.mark.parametrize("path", sorted(BROKEN.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_broken_vertical_names_every_fault(path: Path) -> None:
    found = read_vertical(path, BROKEN)
    assert isinstance(found, Problems)
    assert str(found) == path.with_suffix(".txt").read_text("utf-8").rstrip("\n")


def test_the_folder_of_verticals_holds_data_alone() -> None:
    files = [path for path in (ROOT / "verticals").glob("**/*") if path.is_file()]
    assert {path.suffix for path in files} == {".yaml"}


@pytest.mark.parametrize(
    ("like", "fault"),
    [
        ("clinci", "no vertical is called 'clinci'. Write 'clinic'."),
        ("tyres", "no vertical is called 'tyres'. There are: clinic, dental."),
        ("dental", "'dental' is like another. Write 'clinic'."),
    ],
)
def test_a_vertical_may_be_like_one_that_stands_alone(
    like: str, fault: str, tmp_path: Path
) -> None:
    for name, kin in (("clinic", ""), ("dental", "like: clinic\n"), ("tyres", f"like: {like}\n")):
        file = tmp_path / "verticals" / name / "vertical.yaml"
        file.parent.mkdir(parents=True)
        title = f"ratiba: 1\nvertical: {name}\ntitle: {{en: A, sw: B}}\n"
        file.write_text(f"{title}{kin}{SMALLEST}", "utf-8")
    found = read_vertical(tmp_path / "verticals" / "tyres" / "vertical.yaml", tmp_path)
    assert isinstance(found, Problems)
    assert f"like: {fault}" in str(found)
