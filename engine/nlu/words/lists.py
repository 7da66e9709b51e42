"""Tables of words, written as plain text."""


def word_set(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


def phrase_list(text: str) -> tuple[tuple[str, ...], ...]:
    """The phrases of a text, with commas between them, each as its words."""
    return tuple(tuple(phrase.split()) for phrase in text.split(",") if phrase.strip())
