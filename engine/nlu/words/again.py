"""Words beside what was booked before and is wanted once more."""

from engine.nlu.words.lists import word_set

SAME = word_set("same last previous mwisho iliyopita yuleyule yule")
"""Beside who serves these speak of one person."""
AS_BEFORE = word_set("same usual repeat rebook redo kawaida mwisho iliyopita rudia")
"""Before a "but" these let it be followed by what is to be another way."""
WHO = word_set("person lady guy girl man woman mtu dada msee jamaa yuleyule")

THINGS = word_set("thing things service services treatment style booking appointment huduma")
