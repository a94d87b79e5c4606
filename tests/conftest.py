"""For all tests: one Django (the workbench's settings hold the archive's too), and archives made by the tests."""

import os
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import settings

# How long one example takes says more about the machine than about the code: speed is measured in benchmarks/.
settings.register_profile("onrecord", deadline=None)
settings.load_profile("onrecord")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "onrecord.web.django_settings")


@pytest.fixture(autouse=True, scope="session")
def _archives_are_no_test_databases(django_db_blocker: Any) -> Iterator[None]:
    """pytest-django keeps tests away from databases it did not make; archives are made by the tests themselves."""
    with django_db_blocker.unblock():
        yield
