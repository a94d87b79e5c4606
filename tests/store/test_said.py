"""What papers of NGOs say goes into the archive and comes out again, to the letter, on every kind of archive."""

import onrecord
from onrecord.model import Kind
from onrecord.store import findings, tables
from onrecord.store.archive import Archive
from onrecord.store.prepared import prepare
from onrecord.tasks.adding import put_on_record

PARAGRAPHS = (
    "Arvenia: Briefing paper on the situation of prison monitors",
    "In its review of May 2019, Arvenia accepted 9 recommendations on prisons. According to Selm Watch, at least 4 "
    "detainees died in Camp Nord in 2020.¹ Nadia Orlet, a lawyer, was arrested on 3 March 2021 under Article 77 of the "
    "Arvenian Penal Code.",
    "Recommendations to the Government of Arvenia",
    "- The State should repeal Article 77 of the Penal Code and release Nadia Orlet.",
    "- The State should allow independent monitors to visit all camps, and publish what they report about them.",
    "¹ https://example.org/report/2020",
)
PAPER = "\n\n".join(PARAGRAPHS)


def test_what_a_paper_says_comes_back_equal(archive: Archive) -> None:
    content = PAPER.encode()
    record = onrecord.read(content, name="paper.txt")
    assert record.identity.kind is not Kind.WORKING_GROUP_REPORT
    assert record.claims
    put_on_record(archive, prepare(record.document, record.findings, content, "paper.txt"))
    row = tables.Document.objects.using(archive.alias).get()
    assert findings.load(row) == record.findings


def test_where_left_out_furniture_stands_comes_back(archive: Archive) -> None:
    page = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    content = f"<html><body><nav><p>About our work</p></nav><main>{page}</main></body></html>".encode()
    record = onrecord.read(content, name="page.html")
    assert any(aside.found for aside in record.findings.asides)
    put_on_record(archive, prepare(record.document, record.findings, content, "page.html"))
    row = tables.Document.objects.using(archive.alias).get()
    assert findings.load(row).asides == record.findings.asides
