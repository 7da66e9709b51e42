"""What a service is done to: said alone it names none ("something for my hair")."""

from engine.nlu.words.lists import word_set

TREATED = word_set(
    """
    hair nail nails tooth teeth face body skin foot feet hand hands car vehicle
    nywele kucha jino meno uso mwili ngozi mguu miguu mkono mikono gari
    """
)
CAUSING = word_set("get getting have having need needs want wanted wants like love")
"""In "get my hair braided" the last word is what is to be done."""
DOING = word_set("i we you they he she just already not never have has had been being was were")
"""Right before such a word somebody does it or did it: "I checked", "already washed"."""
DOING_IT = word_set("do does done doing fix fixed styled")
"""With such a word the thing names the service after all: "get my hair done"."""
