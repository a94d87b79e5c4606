"""Names, notes and file names planted all over an archive; none is seen without the right to cases.

One test for each place. ``backup`` is not among them: a backup is the archive, with its own passphrase.
"""

import io
import json
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
import typst
from click.testing import CliRunner
from django.test import Client
from PIL import Image

from onrecord import tasks
from onrecord.cli import onrecord_command
from onrecord.errors import OnrecordError
from onrecord.model import NamedKind
from onrecord.store.archive import Archive
from onrecord.tasks import Audience
from onrecord.tasks.adding import put_on_record
from onrecord.web import served
from store.papers import report

from .conftest import HOST, PORT

PASS = "four brown otters"
NAME = "Nadia Orletova"
PLANTED = ("orletov", "nadia", "орлетов", "надежд", "tomas veld", "veld-", "harbour street 12")
TEXT = "\n\n".join(
    (
        "Selm Watch",
        "Arvenia: Free Nadia Orletova",
        "The arrest of Nadia Orletova",
        "(Geneva) – In April 2019, at least 14 workers died in the fire at the textile mill of Selmgrad, Selm Watch "
        "said.¹ Nadia Orletova, a labour lawyer, was arrested on 3 May 2019 under Article 77 of the Arvenian Penal "
        "Code. “Nadia Orletova must be released,” said Tomas Veld. Orletova has been in prison since May 2019.",
        "The authorities of Arvenia should release Nadia Orletova and reopen the inquiry into the fire.",
        "¹ https://example.org/report/nadia-orletova-held",
    )
)
SECOND = "\n\n".join(
    (
        "Arvenia Labour Network: statement on the fire at the Selmgrad mill",
        "According to Nadia Orletova, 9 workers died in the fire at the textile mill of Selmgrad in April 2019. "
        "Nadia Orletova was arrested on 4 May 2019. In Russian she is called Надежда Орлетова.",
    )
)
MINE = "It was not done.[@assessment:{id}]\n\n[@table: recommendations state=XAV cycle=4 assessed=yes]"
PRINTED = (
    "#set page(width: 300pt, height: 200pt)\n= Arvenia\nThe lawyer Nadia Orletova was arrested.\n\nThe sea is calm."
)


@dataclass(frozen=True, slots=True)
class House:
    """An archive with a lock on its cases, a browser without the right to them, and what to look for."""

    archive: Archive
    client: Client
    text: str  # sha256 of the papers
    printed: str
    key: str  # of the name
    case: str


def plant_assessments(archive: Archive) -> None:
    """One with the name in its reasons, its evidence and its source, by somebody who is withheld, and one without."""
    claim = next(row.claim.id for row in tasks.list_claims(archive) if "Orletova" in row.claim.text)
    evidence = (claim, "https://example.org/report/nadia-orletova-held")
    said = tasks.NewAssessment("not", "NGO", "Tomas Veld", f"{NAME} is still in prison.", evidence)
    tasks.assess(archive, "A/HRC/90/7#75.1", said, who="Ilva")
    tasks.assess(archive, "A/HRC/90/7#75.2", tasks.NewAssessment("none", "ourselves"), who="Ilva")


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    folder = tmp_path_factory.mktemp("planted")
    papers = folder / "papers"
    papers.mkdir()
    (papers / "nadia-orletova.txt").write_text(TEXT, encoding="utf-8")
    (papers / "second.txt").write_text(SECOND, encoding="utf-8")
    source = folder / "page.typ"
    source.write_text(PRINTED, encoding="utf-8")
    (papers / "orletova_page.pdf").write_bytes(typst.compile(str(source), format="pdf"))
    with tasks.open_archive(folder / "leaks.onrecord", passphrase="", create=True) as archive:
        assert not tasks.add_documents(archive, [papers], workers=1).failed
        put_on_record(
            archive,
            report({"75.1": (f"Release {NAME}", ("FRA",)), "75.2": ("Train judges", ("FRA",))}).prepared(
                "orletova.txt"
            ),
        )
        plant_assessments(archive)
        people = tasks.list_named(archive, tasks.NamedFilter(NamedKind.PERSON))
        key = next(row.key for row in people if row.name == NAME)
        documents = {row.format: row.sha256 for row in tasks.list_documents(archive) if not row.document}
        first = next(r.sha256 for r in tasks.list_documents(archive) if "nadia" in r.name)
        rights = tasks.set_case_lock(archive, PASS, who="Ilva")
        case = tasks.open_case(archive, "", key=key, rights=rights)
        tasks.add_to_case(archive, case.id, "spelling", "Надежда Орлетова", rights=rights)
        tasks.add_to_case(archive, case.id, "note", "Sleeps at Harbour Street 12", rights=rights)
        tasks.open_case(archive, "Tomas Veld", rights=rights)
        served.start(archive, PORT)
        client = Client(HTTP_HOST=HOST, raise_request_exception=False)
        client.get(served.current().link.partition(HOST)[2])
        yield House(archive, client, first, documents["pdf"], key, case.id)
        served.stop()


def page(path: str) -> Callable[[House], str]:
    """What a browser gets at an address, headers and all."""

    def got(house: House) -> str:
        filled = path.format(text=house.text, printed=house.printed, case=house.case, key=house.key)
        answer = house.client.get(filled)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        assert answer.status_code != 500
        return f"{dict(answer.headers)} {body.decode('utf-8', 'replace')}"

    return got


def workbook(house: House) -> str:
    answer = house.client.get("/recommendations/export.xlsx")
    book = openpyxl.load_workbook(io.BytesIO(b"".join(answer.streaming_content)))
    return str([[cell.value for cell in row] for sheet in book for row in sheet.iter_rows()])


def hidden_error(house: House) -> str:
    with pytest.raises(OnrecordError) as caught:
        tasks.show_named(house.archive, f"person:{NAME} of nowhere")
    return f"{caught.value} {caught.value.args} {caught.value.__cause__}"


def judgements(house: House) -> str:
    folder = Path(house.archive.location).parent
    target = folder / "judgements.jsonl"
    target.unlink(missing_ok=True)
    tasks.judge(house.archive, "A/HRC/90/7#75.1", "states", ["DEU"], reason=f"{NAME} was named by Germany.", who="Ilva")
    tasks.judge(house.archive, "A/HRC/90/7#75.2", "verdict", "right", reason="Read.", who="Ilva")
    tasks.export_judgements(house.archive, target)
    return target.read_text(encoding="utf-8")


def assessments(house: House) -> str:
    target = Path(house.archive.location).parent / "assessments.jsonl"
    target.unlink(missing_ok=True)
    assert tasks.export_assessments(house.archive, target) == 1
    return target.read_text(encoding="utf-8")


def command(*words: str) -> Callable[[House], str]:
    """What the command line prints."""

    def said(house: House) -> str:
        result = CliRunner().invoke(onrecord_command, [words[0], house.archive.location, *words[1:]])
        return result.output

    return said


def log(house: House) -> str:
    heard = io.StringIO()
    handler = logging.StreamHandler(heard)
    root = logging.getLogger()
    root.addHandler(handler)
    try:
        house.client.get(f"/papers/{NAME}/")
        house.client.get(f"/search/?q={NAME}+AND")
        house.client.get("/cases/")
        with pytest.raises(RuntimeError) as caught:
            _broken(house)
        logging.getLogger("onrecord").error("unforeseen", exc_info=caught.value)
    finally:
        root.removeHandler(handler)
    assert "unforeseen" in heard.getvalue()
    return heard.getvalue()


def _broken(house: House) -> None:
    from onrecord.tasks.veil import hung

    def task(archive: Archive) -> None:
        raise RuntimeError(f"{NAME} met a mistake")

    hung(task)(house.archive)


def drafted(house: House) -> str:
    """A draft that tells what became of it, as the owner sees it and as it leaves."""
    done = tasks.draft_paper(house.archive, "XAV", cycle=4, subject="release, judges", title="Judges", who="Ilva")
    paper = tasks.new_paper(house.archive, "Mine", MINE.format(id=_assessment(house)), state="XAV", who="Ilva")
    seen = repr((done, tasks.check_paper(house.archive, paper.id), tasks.preview_paper(house.archive, paper.id)))
    assert "not implemented, says" in seen
    with tasks.seen_by(Audience.OTHERS):
        for one in (done.paper.id, paper.id):
            seen += tasks.export_paper(house.archive, one, "md").decode()
            seen += tasks.export_paper(house.archive, one, "html").decode()
    assert seen.count("not implemented, says") > 2
    return seen


def _assessment(house: House) -> str:
    (voice,) = tasks.assessments_of(house.archive, "A/HRC/90/7#75.1").voices
    return voice.last.id


def others(ask: Callable[[Archive], object]) -> Callable[[House], str]:
    """What a task gives to others, as Python sees it."""

    def got(house: House) -> str:
        with tasks.seen_by(Audience.OTHERS):
            return repr(ask(house.archive))

    return got


PLACES: dict[str, Callable[[House], str]] = {
    "text of claims": lambda h: repr(tasks.list_claims(h.archive)),
    "sentence of a claim": lambda h: repr(
        [tasks.show_claim(h.archive, r.claim.id) for r in tasks.list_claims(h.archive)]
    ),
    "facets of claims": lambda h: repr(tasks.claim_facets(h.archive)),
    "claims by source": lambda h: repr(tasks.list_claims(h.archive, tasks.ClaimFilter(source=NAME)).rows),
    "proposals": lambda h: repr(tasks.list_proposals(h.archive)),
    "addresses of sources": lambda h: repr(tasks.list_sources(h.archive)),
    "list of names": lambda h: repr(tasks.list_named(h.archive, tasks.NamedFilter(NamedKind.PERSON))),
    "a name by its opaque id": lambda h: repr(
        [
            tasks.show_named(h.archive, row.key)
            for row in tasks.list_named(h.archive, tasks.NamedFilter(NamedKind.PERSON))
        ]
    ),
    "names suggested by a beginning": lambda h: repr(
        tasks.list_named(h.archive, tasks.NamedFilter(NamedKind.PERSON, words="orl")).rows
    ),
    "events": lambda h: repr(tasks.chronology(h.archive)),
    "comparisons": lambda h: repr(tasks.list_comparisons(h.archive)),
    "search by name": lambda h: repr(tasks.search(h.archive, NAME).hits),
    "search by beginning": lambda h: repr(tasks.search(h.archive, "orl*").hits),
    "search by other words": lambda h: repr(tasks.search(h.archive, "lawyer")),
    "text of a paper": lambda h: repr(tasks.document_text(h.archive, h.text)),
    "findings of a page": lambda h: repr(tasks.document_page(h.archive, h.text)),
    "titles and file names": lambda h: repr(tasks.list_documents(h.archive)),
    "recommendations": lambda h: repr(list(tasks.iterate_recommendations(h.archive))),
    "one recommendation": lambda h: repr(tasks.show_recommendation(h.archive, "A/HRC/90/7", "75.1")),
    "the queue": lambda h: repr(tasks.list_questions(h.archive)),
    "an error": hidden_error,
    "the log": log,
    "judgements in a file": judgements,
    "assessments": lambda h: repr(tasks.assessments_of(h.archive, "A/HRC/90/7#75.1", with_index=True)),
    "assessments of several": lambda h: repr(tasks.assessments_on(h.archive, ["A/HRC/90/7#75.1", "A/HRC/90/7#75.2"])),
    "assessments in a file": assessments,
    "contradictions": lambda h: repr(tasks.list_comparisons(h.archive, kind="contradiction")),
    "progress": lambda h: repr(tasks.state_progress(h.archive, "XAV")),
    "what can be assessed": lambda h: repr(tasks.list_assessable(h.archive, "XAV")),
    "one that can be assessed": lambda h: repr(
        [tasks.show_assessable(h.archive, row.claim.id) for row in tasks.list_claims(h.archive)]
    ),
    "page: what can be assessed": page("/progress/XAV/promises"),
    "page: assessing a target": page("/following/of/A/HRC/90/7%2375.1/"),
    "wording": lambda h: repr(tasks.help_sentence(h.archive, "Release her", state="XAV")),
    "wording, by the name": lambda h: repr(tasks.help_sentence(h.archive, f"Release {NAME}", state="XAV")),
    "a draft that tells assessments": drafted,
    "export as CSV": page("/recommendations/export.csv"),
    "export as JSON": page("/recommendations/export.json"),
    "export as JSON Lines": page("/recommendations/export.jsonl"),
    "export as workbook": workbook,
    "page: first": page("/"),
    "page: papers": page("/papers/"),
    "page: a paper": page("/papers/{text}/"),
    "page: a printed paper": page("/papers/{printed}/"),
    "page: findings not lit": page("/papers/{printed}/pages/1/others"),
    "page: original": page("/papers/{text}/original"),
    "page: search echo": page("/search/?q=Orletova"),
    "page: search error echo": page("/search/?q=Orletova+AND"),
    "page: recommendations": page("/recommendations/?words=orletova"),
    "page: one recommendation": page("/recommendations/A/HRC/90/7/75.1/"),
    "page: voices": page("/following/A/HRC/90/7/75.1/voices"),
    "page: assessing": page("/following/A/HRC/90/7/75.1/?q=lawyer"),
    "page: progress": page("/progress/XAV/"),
    "page: contradictions": page("/contradictions/"),
    "page: queue": page("/queue/"),
    "page: cases": page("/cases/"),
    "page: list of cases": page("/cases/list?since=2019"),
    "page: a case": page("/cases/{case}/"),
    "page: wrong address": page("/papers/nadia-orletova/"),
    "API: papers": page("/api/papers"),
    "API: one paper": page("/api/papers/{text}"),
    "API: recommendations": page("/api/recommendations"),
    "API: search": page("/api/search?q=lawyer"),
    "API: home": page("/api/home"),
    "API: assessments": page("/api/assessments"),
    "API: one assessment": page("/api/assessments/A/HRC/90/7%2375.1"),
    "API: what can be assessed": page("/api/assessable?state=XAV"),
    "API: progress": page("/api/progress/XAV"),
    "API: uptake": page("/api/uptake/{text}"),
    "API: links": page("/api/links/A/HRC/90/7/75.1"),
    "API: champions": page("/api/champions?subject=lawyers&state=XAV"),
    "API: labels": page("/api/labels"),
    "page: labels": page("/labels/"),
    "page: uptake": page("/links/uptake/{text}/"),
    "API: error": page("/api/papers/nadia-orletova"),
    "command: documents": command("documents", "--json"),
    "command: recommendations": command("recommendations", "--json"),
    "command: show": command("show", "A/HRC/90/7#75.1"),
    "command: export": command("export", "-", "--format", "jsonl"),
    "command: assess": command("assess", "A/HRC/90/7#75.1"),
    "command: assess for a program": command("assess", "A/HRC/90/7#75.1", "--json"),
    "command: progress": command("progress", "XAV", "--json"),
    "command: cases": command("cases", "--json"),
    "all assessments": lambda h: repr(tasks.list_assessments(h.archive, withdrawn=True)),
    "others: names": others(lambda a: tasks.list_named(a, tasks.NamedFilter(NamedKind.PERSON))),
    "others: claims": others(tasks.list_claims),
    "others: assessments": others(lambda a: tasks.assessments_of(a, "A/HRC/90/7#75.1")),
    "others: progress": others(lambda a: tasks.state_progress(a, "XAV")),
}


@pytest.mark.parametrize("place", PLACES)
def test_nothing_planted_is_seen(house: House, place: str) -> None:
    seen = PLACES[place](house)
    small = seen.lower()
    assert seen
    found = {word: seen[max(small.index(word) - 60, 0) : small.index(word) + 60] for word in PLANTED if word in small}
    assert found == {}


def test_wording_help_does_not_tell_that_a_name_is_on_record(house: House) -> None:
    assert tasks.help_sentence(house.archive, f"Release {NAME}", state="XAV").made_before == ()
    same = tasks.help_sentence(house.archive, "Train all judges", state="XAV").made_before
    assert [one.number for one in same] == ["75.2"]


def test_search_finds_nothing_and_the_rest_is_still_there(house: House) -> None:
    assert tasks.search(house.archive, NAME).total == 0
    assert tasks.search(house.archive, "orl*").total == 0
    assert tasks.search(house.archive, "Орлетовой").total == 0
    assert tasks.search(house.archive, "arrested").total > 0
    assert tasks.list_claims(house.archive, tasks.ClaimFilter(words="orletova")).total == 0
    assert tasks.list_claims(house.archive, tasks.ClaimFilter(words="workers died")).total > 0


def test_the_line_with_the_name_is_covered_in_the_picture(house: House) -> None:
    """Compared with the page drawn bare: the line of the name is one colour, the next line is untouched."""
    cover = tasks.page_to_draw(house.archive, house.printed, 1)
    assert cover.covered and not cover.whole
    answer = house.client.get(f"/papers/{house.printed}/pages/1.webp?w=900")
    shown = Image.open(io.BytesIO(answer.content)).convert("L")
    scale = shown.width / 300
    box = cover.covered[0]
    inside = [round(scale * at) for at in (box.left + 2, 200 - box.top + 2, box.right - 2, 200 - box.bottom - 2)]
    low, high = shown.crop((inside[0], inside[1], inside[2], inside[3])).getextrema()
    assert high - low < 25
    rights = tasks.unlock_cases(house.archive, PASS)
    with tasks.seen_by(rights=rights):
        assert not tasks.page_to_draw(house.archive, house.printed, 1).covered
    bare = pypdfium2.PdfDocument(tasks.content_to_draw(house.archive, house.printed))[0].get_textpage()
    assert NAME in bare.get_text_bounded()


def test_a_keeper_sees_all_in_the_workbench_until_the_lock_closes(house: House) -> None:
    keeper = Client(HTTP_HOST=HOST)
    keeper.cookies.load({name: one.value for name, one in house.client.cookies.items()})
    assert keeper.post("/cases/unlock", {"passphrase": "not this one"}).status_code == 403
    assert keeper.post("/cases/unlock", {"passphrase": PASS}).status_code == 302
    assert "onrecord-cases-8419" in keeper.cookies
    assert NAME in keeper.get("/cases/").content.decode()
    listed = keeper.get("/cases/list?since=2019").content.decode()
    assert NAME in listed
    assert "Harbour Street 12" not in listed
    assert keeper.get("/cases/list?since=soon").status_code == 400
    shown = keeper.get(f"/cases/{house.case}/").content.decode()
    assert "Harbour Street 12" in shown
    assert NAME in keeper.get(f"/papers/{house.text}/").content.decode()
    assert keeper.get(f"/papers/{house.text}/original").status_code == 200
    assert "rletov" not in keeper.get("/api/papers").content.decode()
    keeper.post(f"/cases/{house.case}/add", {"field": "fact", "text": "Arrested", "date": "2019-05-03"})
    assert "Arrested" in keeper.get(f"/cases/{house.case}/").content.decode()
    assert keeper.post(f"/cases/{house.case}/undo", {"number": "4"}).status_code == 302
    assert "<s>" in keeper.get(f"/cases/{house.case}/").content.decode()
    keeper.post("/cases/lock")
    assert NAME not in keeper.get("/cases/").content.decode()
    assert json.loads(keeper.get("/api/home").content)
