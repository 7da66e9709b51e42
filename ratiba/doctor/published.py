"""A business's own flows: do they fit what is shipped."""

from functools import cache
from typing import LiteralString

from engine.assembly.library import Library, load_library
from engine.errors import ConfigError
from engine.spec.problem import Problems
from engine.store.names import compose_for
from ratiba.doctor.row import Row, fail, good
from ratiba.keeping.session import Session
from tools.definitions import load_definitions
from tools.publishing.past import documents

OWN: LiteralString = """
SELECT v.flow, v.source, (SELECT vertical FROM public.tenants WHERE slug = %s)
FROM {t}.flow_versions v WHERE v.state = 'published' AND v.source <> ''
"""


def published(session: Session, slug: str) -> Row:
    """Compile what a business has published on what is shipped now.

    What no longer fits is left out of its conversations, which go on with what is shipped.
    """
    what = f"{slug}: own flows"
    rows = session.execute(compose_for(slug, OWN), [slug]).fetchall()
    if not rows:
        return good(what, "none: as shipped")
    try:
        found = _library().world(rows[0][2], tuple(documents({row[0]: row[1] for row in rows})))
    except ConfigError as error:
        return fail(what, str(error).splitlines()[0], "ratiba check")
    if isinstance(found, Problems):
        fix = f"ratiba flow pull --tenant {slug}; put it right; ratiba flow push --tenant {slug}"
        return fail(what, f"no longer fit what is shipped: {found.items[0]}", fix)
    names = ", ".join(sorted(row[0] for row in rows))
    return good(what, f"{names}: fit what is shipped")


@cache
def _library() -> Library:
    return load_library(load_definitions())
