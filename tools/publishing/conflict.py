"""Two people changed the same document: the second is told who was quicker, and when."""

from collections.abc import Sequence

from engine.errors import ConflictError
from tools.publishing.records import NONE, Version


def compare(held: Sequence[Version], document: str, base: int) -> None:
    """Hold a wish to the version that it was made from.

    Raises:
        ConflictError: another one is in force: somebody was quicker, and nothing is lost.
    """
    now = next((one for one in held if one.document == document), None)
    if (now.version if now else NONE) != base:
        raise conflict(now, base, document)


def conflict(held: Version | None, base: int | str, document: str = "") -> ConflictError:
    """Say who was quicker, and how to go on without losing anything.

    Args:
        held: what is there now; None: nothing.
        base: what the work was made from.
        document: its name, where nothing is there.
    """
    if held is None:
        return ConflictError(
            "flow.conflict",
            f"'{document}' was never published, and yours says that it was made from version "
            f"{base}. Publish it with --base 0.",
            document=document,
            version=0,
        )
    when = held.published_at or held.created_at
    what = "a draft" if held.state == "draft" else f"version {held.version}"
    why = f" ({held.note})" if held.note else ""
    return ConflictError(
        "flow.conflict",
        f"{held.author or 'somebody'} stored {what} of '{held.document}' at {when:%Y-%m-%d %H:%M} "
        f"UTC{why}; yours was made from {_made(base)}. Nothing was changed and yours is as it was: "
        "compare them (ratiba flow diff), put what is theirs into yours, "
        f"and publish it with --base {held.version}.",
        document=held.document,
        version=held.version,
        author=held.author,
    )


def _made(base: int | str) -> str:
    if isinstance(base, str):
        return "another draft" if base != "none" else "none"
    return f"version {base}" if base else "none"
