"""Words of a question whether a time is free."""

from engine.nlu.words.lists import word_set

OF_A_TIME = word_set(
    """
    do does you u is are there have got has any anything something one ones some available
    availability open opening openings free left vacant slot slots space spaces spot spots time
    times appointment appointments booking visit for at on in the a an around about instead
    maybe perhaps possibly like say also it this that of to with or then still me us i we can
    could would will get see if make fit be possible later earlier sooner please hour hours day
    date offer with by mna mko una uko na kuna iko ipo ziko je nafasi ya kwa saa wazi muda
    wakati yoyote yeyote naweza tunaweza pata kupata kuja hiyo ile
    """
)
"""With nothing else around a time they ask for that time, whatever they could ask of a service."""
