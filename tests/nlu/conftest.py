"""What the tests of understanding share."""

import pytest


def pytest_configure(config: pytest.Config) -> None:
    """Name the marker of the tests that need more than a clone."""
    config.addinivalue_line("markers", "data: measures on the shared data where it is present")
