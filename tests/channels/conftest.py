"""What the channels' tests share."""

import pytest


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "data: measures on the shared data where it is present")
