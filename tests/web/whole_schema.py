"""Schemathesis in full: every check, in all its phases. ``make test-slow`` runs it; it takes half a minute to begin."""

import pytest
import schemathesis
from hypothesis import HealthCheck, settings

from .test_schema import schema, whole  # noqa: F401  a fixture


@pytest.mark.usefixtures("whole")
@schema.parametrize()
@settings(max_examples=50, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
def test_every_answer_is_as_the_document_says(case: schemathesis.Case) -> None:
    case.call_and_validate()
