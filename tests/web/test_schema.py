"""Every answer of the API is as its OpenAPI document says, whatever is asked: questions are made from the document.

``whole_schema.py`` asks more, and takes longer before it begins.
"""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.store.archive import Archive
from onrecord.tasks import NewAssessment, assess, judge
from onrecord.tasks.importing import import_coded
from onrecord.web.api.endpoints import api
from onrecord.web.api.schemas import SEARCH_FORMAT

from .conftest import HOST

CODED = """To,From,Text,Response,Action,Issue,Session
Arvenia,Austria,"Record on video every questioning by the police, and keep the recording until the judgment is final",\
Supported,5,Police,41
Arvenia,Nowhere,Do what nobody asked for,Noted,2,Other,41
"""


_application = get_wsgi_application()
_cookies: list[str] = []


def _entered(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
    """The workbench as a program meets it that has come in."""
    return _application({**environ, "HTTP_HOST": HOST, "HTTP_COOKIE": _cookies[0]}, start)


@pytest.fixture
def whole(client: Client, archive: Archive, tmp_path: Path) -> None:
    """An archive that has one of everything, and the cookie of a client that has come in."""
    coded = tmp_path / "coded.csv"
    coded.write_text(CODED, encoding="utf-8")
    import_coded(archive, coded)
    said = NewAssessment("partially", "NGO", "Selm Watch", "Two of five.", ("Selm Watch, 2025",))
    assess(archive, "A/HRC/52/97#52.3", said, who="Ada")
    judge(archive, "A/HRC/52/97#52.3", "states", ("AUT",), reason="the second was misread", who="Ada")
    _cookies[:] = [client.cookies.output(attrs=[], header="", sep=";")]


# The language of the search is more than a JSON Schema can say: questions that can be understood are made here.
_word = st.from_regex(r"[a-z]{1,9}\*?", fullmatch=True) | st.sampled_from(
    ["police", "state:XAV", '"the police"', "NOT a"]
)
_questions = st.lists(_word, min_size=1, max_size=5).flatmap(
    lambda some: st.sampled_from([" ", " AND ", " OR "]).map(lambda by: by.join(some))
)
schemathesis.openapi.format(SEARCH_FORMAT, _questions)
schema = schemathesis.openapi.from_dict(json.loads(json.dumps(api.get_openapi_schema())))
schema.app = _entered


# Any part of a question may be as the document says, or just not.
OPERATIONS = {operation.ok().path: operation.ok() for operation in schema.get_all_operations()}


@pytest.mark.usefixtures("whole")
@pytest.mark.parametrize("path", OPERATIONS)
@settings(max_examples=12, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_answer_is_as_the_document_says(path: str, data: st.DataObject) -> None:
    mode = data.draw(st.sampled_from(schemathesis.GenerationMode))
    data.draw(OPERATIONS[path].as_strategy(generation_mode=mode)).call_and_validate()


@settings(max_examples=60, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
@given(question=st.text(max_size=60))
def test_whatever_is_searched_is_answered_or_explained(client: Client, question: str) -> None:
    answer = client.get("/api/search", {"q": question.encode("utf-8", "replace").decode()})
    assert answer.status_code in (200, 400, 422)  # 400: a NUL
    assert answer.status_code == 200 or answer.json()["what"]


def test_the_document_leaves_nothing_unsaid() -> None:
    for path, methods in api.get_openapi_schema()["paths"].items():
        operation = methods["get"]
        assert operation["summary"], path
        assert operation["description"], path
        for part in operation["parameters"]:
            assert part["description"], (path, part["name"])
            assert "example" in part, (path, part["name"])
