"""A program that is the customer: lines in, answers out."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.ratiba.conftest import Ratiba


@pytest.fixture
def driven(on_database: Ratiba) -> Callable[..., list[dict[str, Any]]]:
    """Send lines, each an object or a text as it is; gives an answer for each."""

    def run(*lines: object) -> list[dict[str, Any]]:
        texts = (line if isinstance(line, str) else json.dumps(line) for line in lines)
        ran = on_database("converse", stdin="".join(f"{text}\n" for text in texts))
        assert ran.code == 0, ran.err
        answers = [json.loads(line) for line in ran.out.splitlines()]
        assert len(answers) == len(lines)
        return answers

    return run
