"""Taxonomies in SKOS: the same from Turtle, RDF/XML and JSON-LD; what is wrong is told with its place and a way out."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord import tasks
from onrecord.model.taxonomy import Term
from onrecord.store.archive import Archive
from onrecord.tasks import NotAllowed

PREFIX = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix : <https://example.org/water/> .
"""
TURTLE = f"""{PREFIX}
:all a skos:ConceptScheme ; skos:prefLabel "Eaux"@fr, "Water works"@en .
:water a skos:Concept ; skos:prefLabel "Water"@en, "Вода"@ru ; skos:narrower :wells ; skos:topConceptOf :all .
:wells a skos:Concept ; skos:notation "W1" ; skos:prefLabel "Wells"@en, "Puits"@fr ;
  skos:definition "dug or drilled"@en ; skos:inScheme :all .
:rivers a skos:Concept ; skos:prefLabel "Rivers" ; skos:broader :water .
"""
XML = """<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="http://www.w3.org/2004/02/skos/core#">
<skos:ConceptScheme rdf:about="https://example.org/water/all"><skos:prefLabel xml:lang="en">Water works</skos:prefLabel>
</skos:ConceptScheme>
<skos:Concept rdf:about="https://example.org/water/water"><skos:prefLabel xml:lang="en">Water</skos:prefLabel>
<skos:prefLabel xml:lang="ru">Вода</skos:prefLabel></skos:Concept>
<skos:Concept rdf:about="https://example.org/water/wells"><skos:notation>W1</skos:notation>
<skos:prefLabel xml:lang="en">Wells</skos:prefLabel><skos:prefLabel xml:lang="fr">Puits</skos:prefLabel>
<skos:definition xml:lang="en">dug or drilled</skos:definition>
<skos:broader rdf:resource="https://example.org/water/water"/></skos:Concept>
<skos:Concept rdf:about="https://example.org/water/rivers"><skos:prefLabel>Rivers</skos:prefLabel>
<skos:broader rdf:resource="https://example.org/water/water"/></skos:Concept></rdf:RDF>"""
JSON = """{"@context": {"skos": "http://www.w3.org/2004/02/skos/core#"}, "@graph": [
{"@id": "https://example.org/water/all", "@type": "skos:ConceptScheme",
 "skos:prefLabel": {"@value": "Water works", "@language": "en"}},
{"@id": "https://example.org/water/water", "@type": "skos:Concept",
 "skos:prefLabel": [{"@value": "Water", "@language": "en"}, {"@value": "Вода", "@language": "ru"}]},
{"@id": "https://example.org/water/wells", "@type": "skos:Concept", "skos:notation": "W1",
 "skos:prefLabel": [{"@value": "Wells", "@language": "en"}, {"@value": "Puits", "@language": "fr"}],
 "skos:definition": {"@value": "dug or drilled", "@language": "en"},
 "skos:broader": {"@id": "https://example.org/water/water"}},
{"@id": "https://example.org/water/rivers", "@type": "skos:Concept", "skos:prefLabel": "Rivers",
 "skos:broader": {"@id": "https://example.org/water/water"}}]}"""
TERMS = {
    Term("water", "", "Water", "", (("en", "Water"), ("ru", "Вода"))),
    Term("W1", "water", "Wells", "dug or drilled", (("en", "Wells"), ("fr", "Puits"))),
    Term("rivers", "water", "Rivers"),
}


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with tasks.open_archive(tmp_path / "one.onrecord", passphrase="", create=True) as opened:
        yield opened


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(("name", "text"), [("a.ttl", TURTLE), ("a.rdf", XML), ("a.jsonld", JSON), ("A.TTL", TURTLE)])
def test_three_ways_to_write_it_give_the_same(archive: Archive, tmp_path: Path, name: str, text: str) -> None:
    one = tasks.import_taxonomy(archive, written(tmp_path, name, text), key="water", who="Aigerim")
    assert set(one.taxonomy.terms) == TERMS
    assert (one.taxonomy.title, one.taxonomy.version, one.several) == ("Water works", 1, ())
    (kept,) = tasks.list_taxonomies(archive)
    assert set(kept.terms) == TERMS
    assert next(term for term in kept.terms if term.key == "W1").name_in("fr") == "Puits"
    assert next(term for term in kept.terms if term.key == "W1").name_in("kk") == "Wells"


def test_versions_and_a_title_of_ones_own(archive: Archive, tmp_path: Path) -> None:
    tasks.import_taxonomy(archive, written(tmp_path, "a.ttl", TURTLE), key="water", title="Ours")
    again = tasks.import_taxonomy(archive, tmp_path / "a.ttl", key="water")
    assert again.unchanged
    changed = written(tmp_path, "a.ttl", TURTLE.replace('"Rivers"', '"Lakes"'))
    two = tasks.import_taxonomy(archive, changed, key="water")
    assert (two.taxonomy.title, two.taxonomy.version, two.new, two.gone) == ("Ours", 2, ("Lakes",), ("Rivers",))


def test_under_two_terms_the_first_is_taken_and_told(archive: Archive, tmp_path: Path) -> None:
    text = TURTLE + ":springs a skos:Concept ; skos:prefLabel 'Springs'@en ; skos:broader :water, :rivers .\n"
    one = tasks.import_taxonomy(archive, written(tmp_path, "a.ttl", text), key="water")
    assert one.several == ("Springs",)
    assert next(term for term in one.taxonomy.terms if term.name == "Springs").parent == "rivers"


def test_csv_has_names_in_other_languages_too(archive: Archive, tmp_path: Path) -> None:
    text = "key,parent,name,name_fr,name_ru\nw,,Water,Eau,\n"
    (term,) = tasks.import_taxonomy(archive, written(tmp_path, "a.csv", text), key="water").taxonomy.terms
    assert term.names == (("fr", "Eau"),)


FAR = '{"@context": "https://example.org/context.jsonld", "@id": "a"}'
LAUGH = '<!DOCTYPE a [<!ENTITY b "c">]><a xmlns:x="y">&b;</a>'


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.ttl", "", "holds no concept"),
        ("a.ttl", "this is no turtle", "cannot be read as Turtle"),
        ("a.rdf", "<rdf", "cannot be read as RDF/XML"),
        ("a.rdf", LAUGH, "cannot be read as RDF/XML"),
        ("a.jsonld", "{", "cannot be read as JSON-LD"),
        ("a.jsonld", FAR, "Onrecord opens no address"),
        ("a.jsonld", f'[{{"a": {FAR}}}]', "Onrecord opens no address"),
        ("a.jsonld", '{"@context": {"@import": "https://example.org/c"}}', "Onrecord opens no address"),
        ("a.ttl", f"{PREFIX}:a a skos:Concept .", "https://example.org/water/a: A concept has no preferred label"),
        ("a.ttl", TURTLE.replace('"Rivers"', '"Water"@en'), "The name Water stands twice"),
        ("a.ttl", TURTLE.replace('"W1"', '"rivers"'), "The key rivers stands twice"),
        ("a.ttl", TURTLE + ":water skos:broader :wells .", "stands above itself"),
    ],
)
def test_what_is_wrong_is_told_with_a_way_out(
    archive: Archive, tmp_path: Path, name: str, text: str, told: str
) -> None:
    with pytest.raises(NotAllowed) as refused:
        tasks.import_taxonomy(archive, written(tmp_path, name, text), key="water")
    assert told in str(refused.value)
    assert refused.value.advice
    assert refused.value.where.startswith(name)
    assert tasks.list_taxonomies(archive) == ()
