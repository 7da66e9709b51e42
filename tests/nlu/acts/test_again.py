"""What was booked before, wanted once more: an act of its own, beside the wish to book."""

import pytest

from tests.nlu.scenes import decided, heard, hearing

SAID = """
same as last time | the usual | repeat my last booking | my usual please | same again please
the same thing I had last time | same service as before | book me the same as last time
I'll have what I had last time | can I get the same thing as my last appointment | as usual
rebook my last visit | the same one I had before, tomorrow at 3pm | my regular appointment
repeat my previous appointment | another one like last time | same stylist same time as last time
kama mara ya mwisho | kama kawaida | nifanyie kama kawaida | vile vile kama last time
kama ile ya mwisho | ile ile ya mara iliyopita | nataka ile ya siku zote | ya kawaida | vilevile
kama nilivyofanya mara ya mwisho | rudia booking yangu ya mwisho | nataka ileile | kama zamani
nirudishie booking ya mwisho | nibookie kama last time | nifanyie kama mara ya mwisho tafadhali
nataka ile ya last time | ile ya last time tena | nifanyie ile ulinifanyia juzi
nifanyie masaji kama ya last | nirudie ile ya last time kesho | turudie ile ya mwisho
"""
NOT_SAID = """
say that again | repeat the last message | same to you | last time was bad | the usual price
is it the same price as last time? | book me again on Friday | I did the same last time | tena
rudia | kama hutajali nipange kesho | ile ya pili | mara ya kwanza kuja | like it | kama kuna nafasi
the last one | mwisho wa mwezi | come again | previous question | cancel my last booking
"""


def phrases(text: str) -> list[str]:
    return [one.strip() for line in text.strip().splitlines() for one in line.split("|")]


@pytest.mark.parametrize("words", phrases(SAID))
def test_as_before(words: str) -> None:
    assert decided(heard(words)) >= {"again", "book"}


@pytest.mark.parametrize("words", phrases(NOT_SAID))
def test_other_things_of_before(words: str) -> None:
    assert "again" not in decided(heard(words))


def test_it_is_heard_where_a_service_is_asked_for() -> None:
    for words in ("same as last time", "the usual", "kama kawaida", "ile ile"):
        assert "again" in decided(heard(words, hearing("service", kind="ask")))
