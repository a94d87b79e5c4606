"""One address for every kind of page of the example."""

import hashlib

from ..live import NGOS, PAPERS

REPORT, WORD_FILE = (
    f"/papers/{hashlib.sha256((PAPERS / name).read_bytes()).hexdigest()}/"
    for name in ("A-HRC-52-97.pdf", "thematic-list.docx")
)
SUBMISSION = f"/papers/{hashlib.sha256((NGOS / 'lantern-watch-submission.pdf').read_bytes()).hexdigest()}/"
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
    "/organisations/",
    "/names/",
    "/names/person:viktor-selianov/",
    "/names/law:XAV:criminal-code:214/",
    "/chronology/?state=XAV",
    SUBMISSION,
    "/coded/",
    "/coded/reviews",
    "/cases/",
    "/api/docs",
    "/no-such-page",
)
