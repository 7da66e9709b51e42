"""Which chip is meant."""

import pytest

from engine.errors import InputError
from engine.model.message import TapReceived
from ratiba.talk.chips import find, is_chip
from ratiba.talk.report import QuickReply

OLD = (QuickReply("Haircut", "T|1|service=haircut"), QuickReply("Anna", "T|1|staff=old"))
NEW = (QuickReply("Anna", "T|2|staff=anna"), QuickReply("Anyone", "T|2|staff=*"))


@pytest.mark.parametrize("meant", ["1", "anna", "Anna", "staff=anna", "T|2|staff=anna"])
def test_a_chip_by_number_label_or_value(meant: str) -> None:
    assert find(meant, [OLD, NEW]) == TapReceived("T|2|staff=anna", "Anna")


def test_an_old_chip_can_still_be_tapped() -> None:
    assert find("haircut", [OLD, NEW]).id == "T|1|service=haircut"


def test_an_id_of_another_thread_goes_as_it_is() -> None:
    assert find("X|9|act:affirm", [NEW]).id == "X|9|act:affirm"


def test_no_such_chip_names_those_there_are() -> None:
    with pytest.raises(InputError, match=r"No chip is '3'\. There are: Anna, Anyone\."):
        find("3", [OLD, NEW])
    with pytest.raises(InputError, match="none was shown yet"):
        find("Anna", [])


def test_what_a_person_types_is_a_tap_only_if_it_is_on_the_screen() -> None:
    assert is_chip("2", NEW)
    assert is_chip("anyone", NEW)
    assert not is_chip("3", NEW)
    assert not is_chip("Haircut", NEW)
