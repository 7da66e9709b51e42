"""Words that approve of a summary, and words around them."""

from engine.nlu.words.lists import word_set

FIRM = word_set(
    "correct exactly precisely right perfect accurate agreed confirmed sahihi barabara yes"
)
"""Alone in a sentence these agree as plainly as a yes."""
APPROVE = FIRM | word_set(
    """
    ok okay okey alright sure good great nice fine lovely wonderful excellent fantastic awesome
    amazing brilliant terrific superb marvellous marvelous cool super splendid ideal perfectly
    well works work fits suits happy pleased confirm proceed sawa poa safi vizuri nzuri fiti
    freshi bomba njema noma barabara murua shwari swafi swari inafaa itafaa imekubalika nakubali
    nimekubali tumekubaliana kubali nimeelewa tumemaliza weka endelea niwekee nipange niandikie
    nihifadhie nibookie tayari imekaa
    """
)
AROUND = word_set(
    """
    that thats this it its everything all sounds sound looks look seems seem is are would will
    be very really so just quite pretty for with me us we like a an the of day time plan to
    thank thanks you u lot lots alot much so asante sana ahsante hiyo hii hivyo iko ni kabisa
    yote kila kitu inafaa please tafadhali hio hapo tu niko tuko basi sasa haya hivo nataka
    ninayotaka nilitaka kweli nitakuja nitafika nakuja mambo then wow go ahead do you can book
    schedule reserve oh and
    """
)
JUDGED = word_set("that thats this its it everything all sounds looks works seems hiyo hii hivyo")
"""Beside a word of approval they make a whole sentence of it: "that sounds great"."""
CURIOUS = frozenset({"know", "ask", "asking", "wonder", "wondering", "curious", "learn", "kujua"})
"""Before "if" these ask, and set no condition: "I also want to know if they do beards"."""
ME = frozenset({"me", "us"})
"""Before them they do: "let me know if it can be cheaper"."""
FACTS = word_set(
    """
    address location phone telephone number contact contacts rating ratings rated review reviews
    directions website email street place whereabouts map pin anwani mahali namba nambari simu
    ramani unisex where wheres wapi details city town located
    """
)
"""What is asked about a place while its booking is agreed to: nothing of this changes one."""
BESIDE = frozenset({"but", "however", "also", "and", "now", "lakini", "pia", "na"})
"""May lead to what is asked beside a yes."""
REQUESTS = word_set(
    """
    what whats where wheres which how hows who whos can could may might will would give tell
    send share let i id wapi nini gani je nipe nitumie niambie naomba
    """
)
ASKS = REQUESTS | word_set("do does are is their your his her its the ni mna mko iko")
"""Words by which a sentence begins that asks for such a fact."""
