"""Where a check reads, and where it keeps."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
"""The folder that holds `flows/`, `prompts/` and `verticals/`."""


def home() -> Path:
    """The folder of ours where proofs are kept."""
    return Path(os.environ.get("RATIBA_HOME") or ROOT / ".ratiba")
