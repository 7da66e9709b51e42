"""Words behind which something is called by its name or put right."""

from engine.nlu.words.lists import word_set

NAMING = word_set(
    """
    name names named called meant mean said spelled spelt jina jinalo anaitwa inaitwa unaitwa
    naitwa nilisema nimesema nilimaanisha namaanisha iwe awe
    """
)
