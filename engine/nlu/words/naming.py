"""Words behind which something is called by its name or put right."""

from engine.nlu.words.lists import word_set

MAKING = word_set(
    """
    book make schedule reserve set put change move switch do lets go get try rather iwe fanya weka
    niwekee badilisha
    """
)
"""Behind what is given up these make it something else."""
NAMING = word_set(
    """
    name names named called meant mean said spelled spelt jina jinalo anaitwa inaitwa unaitwa
    naitwa nilisema nimesema nilimaanisha namaanisha iwe awe
    """
)
