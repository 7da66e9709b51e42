"""The shipped phrase book, read once."""

import pytest

from engine.render.book import PhraseBook
from tests.render.scene import shipped_texts


@pytest.fixture(scope="session")
def shipped() -> PhraseBook:
    """Every phrase under prompts/."""
    return PhraseBook.from_texts(shipped_texts())
