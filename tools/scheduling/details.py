"""What a vertical asks beside service, person and time: kept with the appointment it is about."""

import json
from collections.abc import Mapping
from typing import LiteralString

from engine.model.handler import WriteGate
from engine.model.value import WORDED, Scalar, Value

KEEP: LiteralString = "UPDATE {t}.appointments SET details = %(details)s::jsonb WHERE id = %(id)s"


async def keep(tx: WriteGate, appointment: str, answers: Mapping[str, Value]) -> None:
    """Write the answers beside the appointment; nothing is run if there are none."""
    if answers:
        details = json.dumps({name: _shown(value) for name, value in answers.items()})
        await tx.execute(KEEP, {"id": appointment, "details": details})


def _shown(value: Value) -> Scalar:
    """What the team reads: a choice spelled out, anything else as it was answered."""
    if isinstance(value.value, str):
        name = value.names.get("en") or value.names.get("")
        return name or (value.value.replace("_", " ") if WORDED in value.facts else value.value)
    return value.value
