"""The line of a generated file that says of which flows it was written, and that it is whole."""

from hashlib import sha256

from engine.model.flow import FlowSet

MARK = "# Stamp: "
FORMAT = "ratiba: "
LENGTH = 16


def stamped(text: str, flows: FlowSet) -> str:
    """A file with its stamp, the last of the comments at its head.

    Args:
        text: as it was written, or with an older stamp.
        flows: those that it was written of.
    """
    head, mark, body = _plain(text).partition(FORMAT)
    return f"{head}{MARK}{_hash(head + mark + body, flows)}\n{mark}{body}"


def is_current(text: str, flows: FlowSet) -> bool:
    """Whether a file is what these flows have written, byte by byte."""
    return stamped(text, flows) == text


def _plain(text: str) -> str:
    return "".join(one for one in text.splitlines(keepends=True) if not one.startswith(MARK))


def _hash(text: str, flows: FlowSet) -> str:
    made = sha256(text.encode())
    for name in sorted(flows.flows):
        made.update(f"\n{name} {flows.flows[name].digest}".encode())
    return made.hexdigest()[:LENGTH]
