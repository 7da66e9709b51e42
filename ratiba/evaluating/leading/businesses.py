"""The businesses that a set of conversations happens in: `businesses*.json` beside it."""

import json
from collections.abc import Mapping

from pydantic import ValidationError

from engine.document.problem import suggest
from engine.errors import InputError
from ratiba.conversing.business import Business
from ratiba.evaluating.kinds.talks import WholeTalk
from ratiba.evaluating.sets import EvalSet

FILES = "businesses*.json"
ALL = "businesses"
"""The key under which a file may have them."""


def businesses(found: EvalSet) -> Mapping[str, Business]:
    """Those of the set, by key.

    Raises:
        InputError: a file is no JSON, a business is written wrongly, or one is missing.
    """
    shops: dict[str, object] = {}
    for path in sorted(found.path.parent.glob(FILES)):
        try:
            told = json.loads(path.read_text("utf-8"))
        except ValueError as error:
            raise InputError("eval.businesses", f"{path}: is no JSON: {error}.") from None
        shops |= told.get(ALL, told) if isinstance(told, dict) else {}
    used = {one.record.business: one.at for one in found.records
            if isinstance(one.record, WholeTalk)}  # fmt: skip
    missing = [f"{at}: no business is '{key}'. {suggest(key, shops)}."
               for key, at in used.items() if key not in shops]  # fmt: skip
    if missing:
        raise InputError("eval.businesses", " ".join(missing))
    return {key: _read(key, shops[key]) for key in used}


def _read(key: str, told: object) -> Business:
    try:
        return Business.model_validate(told)
    except ValidationError as error:
        faults = (f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors())
        raise InputError("eval.businesses", f"Business {key}: {'; '.join(faults)}.") from None
