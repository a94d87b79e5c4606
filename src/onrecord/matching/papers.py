"""Compares what papers say: conflicts, copies, and papers that rest on one source."""

from collections.abc import Iterator, Sequence

from onrecord.matching import conflicts, fates, referred, repeated, rivals, told_otherwise, versions
from onrecord.matching.names import links
from onrecord.matching.statements import Statement, statements_of
from onrecord.model import Comparison, Findings


def compare_papers(papers: Sequence[Findings]) -> tuple[Comparison, ...]:
    """Conflicts, copies and links between passages of papers, each with its reason. Nothing is chosen or corrected.

    Args:
        papers: what was found in each. Papers about different States are not compared; those whose State is not known
            are compared with all.

    Returns:
        Comparisons without doubles, State by State.
    """
    states = sorted({findings.identity.state for findings in papers} - {""}) or [""]
    found: dict[str, Comparison] = {}
    for state in states:
        about = [findings for findings in papers if findings.identity.state in (state, "")]
        # Views restate both sides of one case over and over; there only the dated versions are compared.
        views = [findings for findings in about if findings.communications]
        told = [(findings, statements_of(findings)) for findings in about if not findings.communications]
        dated = (one for findings in views for one in versions.versions_of_facts(findings))
        found |= {one.id: one for one in (*_all(told), *dated, *links(about))}
    return tuple(found.values())


def _all(papers: Sequence[tuple[Findings, tuple[Statement, ...]]]) -> Iterator[Comparison]:
    each = [statements for _, statements in papers]
    statements = [one for many in each for one in many]
    notes = {(note.definition.sha256, note.number): note for findings, _ in papers for note in findings.sources}
    publishers = {many[0].sha256: frozenset(f.identity.publishers) for f, many in papers if many}
    yield from conflicts.figure_conflicts(statements)
    yield from referred.own_notes(statements, notes)
    yield from referred.numbered_reviews(statements)
    yield from referred.unclear_sets(each)
    yield from referred.misspelt_places(statements)
    yield from referred.mixed_up_articles(statements)
    yield from referred.parts_of_sets(each)
    people = frozenset(name.name.split()[-1] for findings, _ in papers for name in findings.people)
    yield from rivals.rivals(each, people)
    yield from fates.fates(each, people)
    yield from told_otherwise.told_otherwise(statements)
    yield from repeated.repeated(statements, publishers)
    yield from repeated.summaries([findings for findings, _ in papers])
    yield from repeated.same_figures(statements, publishers)
    yield from repeated.verdicts_said_twice(each)
    yield from repeated.cited(papers)
