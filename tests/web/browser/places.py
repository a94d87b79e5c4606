"""One address for every kind of page of the example; ``KINDS_AND_MORE`` leaves some to ``make test-slow``."""

import hashlib

import pytest

from ..live import NGOS, PAPERS

REPORT, WORD_FILE = (
    f"/papers/{hashlib.sha256((PAPERS / name).read_bytes()).hexdigest()}/"
    for name in ("A-HRC-52-97.pdf", "thematic-list.docx")
)
SUBMISSION = f"/papers/{hashlib.sha256((NGOS / 'lantern-watch-submission.pdf').read_bytes()).hexdigest()}/"
TAKEN_UP = SUBMISSION.replace("/papers/", "/links/uptake/")
ITEM = "/recommendations/A/HRC/52/97/52.3/"
KINDS_OF_PAGES = (
    "/",
    "/reviews/",
    "/reviews/XAV/4/",
    "/reviews/XAV/4/list",
    "/recommendations/",
    "/recommendations/?position=noted&view=compact",
    "/recommendations/?state=XAV&position=pending",
    ITEM,
    "/judge/A/HRC/52/97/52.3/",
    "/following/A/HRC/52/97/52.3/?q=questioning",
    "/progress/",
    "/progress/XAV/",
    "/progress/XAV/promises",
    "/contradictions/",
    "/papers/",
    f"{REPORT}?page=7",
    WORD_FILE,
    "/states/",
    "/states/FRA/",
    "/add/",
    "/choices/",
    "/queue/",
    "/queue/?kind=rule",
    "/search/",
    "/search/?q=counsel",
    "/search/?q=%22open",
    "/claims/",
    "/claims/?words=killed&compared=conflict",
    "/proposals/",
    "/conflicts/",
    "/copies/",
    "/sources/",
    "/people/",
    "/laws/",
    "/laws/register/",
    "/laws/register/law:XAV:criminal-code/",
    "/organisations/",
    "/names/",
    "/names/person:viktor-selianov/",
    "/names/law:XAV:criminal-code:214/",
    "/chronology/?state=XAV",
    SUBMISSION,
    "/written/",
    "/wording/",
    TAKEN_UP,
    "/links/?state=XAV",
    "/links/champions/?subject=defamation&state=XAV",
    "/links/A/HRC/52/97/51.11/",
    "/links/bearing/A/HRC/52/97/52.3/",
    "/subjects/",
    "/subjects/human-rights-defenders-wide/?tried=yes&words=police&near=0.9",
    "/label/A/HRC/52/97/52.3/",
    "/labels/?threshold=0.95&which=sure",
    "/coded/",
    "/coded/reviews",
    "/cases/",
    "/api/docs",
    "/no-such-page",
)
# Much the same as another page of the list.
_ALIKE = (
    "/reviews/XAV/4/list",
    "/recommendations/?position=noted&view=compact",
    "/recommendations/?state=XAV&position=pending",
    WORD_FILE,
    "/states/",
    "/queue/?kind=rule",
    "/search/",
    "/claims/?words=killed&compared=conflict",
    "/copies/",
    "/contradictions/",
    "/progress/",
    "/laws/",
    "/organisations/",
    "/names/law:XAV:criminal-code:214/",
    "/coded/reviews",
    "/no-such-page",
)
SLOW = pytest.mark.slow
KINDS_AND_MORE = tuple(pytest.param(path, marks=SLOW if path in _ALIKE else ()) for path in KINDS_OF_PAGES)
# The same, for tests that look at many pages one after another.
IN_TWO_PARTS = (
    pytest.param(tuple(path for path in KINDS_OF_PAGES if path not in _ALIKE), id="kinds"),
    pytest.param(_ALIKE, id="more", marks=SLOW),
)
