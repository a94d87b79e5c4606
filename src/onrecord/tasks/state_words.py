"""What a State itself said became of a recommendation, in all papers at hand: its answers and its next report."""

from onrecord.assessment import words_in_answers
from onrecord.model import Progress, StateWord
from onrecord.store import dialogue, tables
from onrecord.store.archive import Archive
from onrecord.store.histories import unpack_all

_NATIONAL = "national report"


def words_of_state(archive: Archive, target: str) -> tuple[StateWord, ...]:
    """The State's own words on one recommendation, by date; () for what is no recommendation of a review."""
    rows = tables.Recommendation.objects.using(archive.alias).filter(key=target, document__leads=True)
    row = rows.select_related("document").first()
    if row is None:
        return ()
    (history,) = unpack_all(archive, [row.history])
    said = [*words_in_answers(target, history), *_in_reports(archive, row)]
    return tuple(sorted(said, key=lambda word: word.date))


def _in_reports(archive: Archive, row: tables.Recommendation) -> list[StateWord]:
    """Passages of the State's next report that name the number."""
    report = row.document
    if not report.state or report.cycle is None:
        return []
    later = tables.FollowUpAnswer.objects.using(archive.alias).filter(
        document__state=report.state, document__cycle__in=(report.cycle, report.cycle + 1), document__leads=True
    )
    found = []
    for answer in later.select_related("document").order_by("document__date", "order"):
        if row.number in answer.numbers:
            paper = answer.document
            loaded = dialogue.load_answer(answer, paper.sha256, paper.symbol)
            found.append(StateWord(row.key, Progress.ANSWERED, loaded.text, loaded.text_place, paper.date, _NATIONAL))
    return found
