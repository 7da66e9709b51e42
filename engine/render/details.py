"""What a flow asks beside the shipped answers, shown wherever a phrase says `{{ details }}`.

A step that adds an answer says how it is shown: `collect_plate.summary: car {{ plate }}`. Every
summary and recap of that flow shows it then, and need not be written anew for it.
"""

import re
from collections.abc import Iterable

from engine.render.entries import PART
from engine.render.guard import read
from engine.render.names import printed

_INLINE = re.compile(r"(\s*)\{\{(-?) *details *\}\}")
"""In a sentence, each after a comma: `{{ details }}`, or `{{- details }}` on a line of its own."""
_LINES = re.compile(r"[ \t]*\{\{ *details\.lines *\}\}[ \t]*\n")
"""In a list, each a line of it."""
_IF = re.compile(r"\{%-?\s*if\s+([^%]+?)\s*-?%\}([^%]*)\{%-?\s*endif\s*-?%\}", re.DOTALL)
_DOTS = 2


def is_part(phrase: str) -> bool:
    """Whether it is how an answer is shown: `booking.collect_plate.summary`."""
    return phrase.endswith(PART) and phrase.count(".") == _DOTS


def stand_in(source: str) -> bool:
    """Whether a template leaves room for them."""
    return _LINES.search(source) is not None or _INLINE.search(source) is not None


def whole(source: str, parts: Iterable[str]) -> str:
    """Put the parts into a template; a part whose answer is empty is left out.

    Args:
        source: the template.
        parts: templates of the answers, in order; one that is a single `{% if %}` is shown where
            that holds, any other where all that it prints holds something.
    """
    shaped = [_shape(part) for part in parts] if stand_in(source) else []
    sentence = "".join(f"{{% if {test} %}}, {words}{{% endif %}}" for test, words in shaped)
    lines = "".join(
        f"{{% if {test} %}}\n• {words[:1].upper()}{words[1:]}\n{{% endif %}}\n"
        for test, words in shaped
    )
    listed = _LINES.sub(lambda _: lines, source)
    return _INLINE.sub(lambda room: ("" if room[2] else room[1]) + sentence, listed)


def _shape(part: str) -> tuple[str, str]:
    """When a part is shown, and its words."""
    only = _IF.fullmatch(part.strip())
    if only:
        return only[1], only[2].strip()
    tree, _ = read(part)
    names = sorted(printed(tree)) if tree else []
    return " and ".join(names) or "false", part.strip()
