"""``onrecord check``: the numbers that somebody stated beside the numbers that were read."""

from typing import TYPE_CHECKING

from onrecord.cli import words
from onrecord.cli.filters import cycle_option, state_option
from onrecord.cli.opening import opened
from onrecord.cli.output import Column, line, paragraph, print_json, table
from onrecord.cli.verb import archive_argument, json_option, passphrase_option, verb

if TYPE_CHECKING:
    from onrecord.tasks import Counts, ReviewCheck, StatedTally

EXAMPLES = (
    ("Every review", "onrecord check kaz.onrecord"),
    ("One review", "onrecord check kaz.onrecord --state KAZ --cycle 2"),
)
COLUMNS = (
    Column("who counts", takes_rest=True),
    Column("received", right=True, whole=True),
    Column("supported", right=True, whole=True),
    Column("noted", right=True, whole=True),
    Column("left open", right=True, whole=True),
    Column("where", widest=36, from_width=90),
)
_SHOWN = 12  # numbers named with a difference; --json has all


@verb("check", EXAMPLES)
@archive_argument
@state_option
@cycle_option
@passphrase_option
@json_option
def command(archive: str, state: str, cycle: int | None, passphrase_file: str | None, as_lines: bool) -> None:
    """Compare the counts stated with those read.

    The State, the President of the Council and lists say how many recommendations were received, supported and
    noted. Each difference is named. Differences are no failure: the exit code is 0.
    """
    from onrecord import tasks

    with opened(archive, passphrase_file) as record:
        found = tasks.check_reviews(record, state=state, cycle=cycle)
    if as_lines:
        for check in found:
            print_json(check)
        return
    for check in found:
        _print(check)
    if not found:
        paragraph("No review with a Working Group report is on record.")
        return
    agree = sum(check.agrees for check in found)
    silent = sum(not check.stated for check in found)
    paragraph(
        f"{words.count(len(found), 'review')}: the numbers stated and read agree in {agree:,}, "
        f"differ in {len(found) - agree - silent:,}; none is stated in {silent:,}."
    )


def _print(check: "ReviewCheck") -> None:
    review = check.review
    paragraph(f"{words.review(review.state, review.cycle, review.session)}: {review.report or 'no symbol'}", bold=True)
    line()
    read = (_read_row("read, as items", check.items), _read_row("read, as pairs", check.pairs))
    table(COLUMNS, (*map(_stated_row, check.stated), *read))
    line()
    for difference in check.differences:
        paragraph(f"{difference.items - difference.stated:+,}  {difference.what}", indent=2)
        if difference.reason:
            paragraph(difference.reason, indent=4)
        elif difference.recommendations:
            paragraph(_numbers(difference.recommendations), indent=4)
    if not check.stated:
        paragraph("No paper in the archive states a number.", indent=2)
    elif not check.differences:
        paragraph("Every number that is stated is what was read.", indent=2)
    line()


def _stated_row(stated: "StatedTally") -> tuple[object, ...]:
    tally = stated.tally
    where = words.place(tally.place, stated.name)
    return tally.speaker.value, tally.received, tally.supported, tally.noted, tally.pending, where


def _read_row(who: str, counts: "Counts") -> tuple[object, ...]:
    return who, counts.received, counts.supported, counts.noted, counts.pending, ""


def _numbers(numbers: tuple[str, ...]) -> str:
    more = f" and {len(numbers) - _SHOWN:,} more" if len(numbers) > _SHOWN else ""
    return f"See {', '.join(numbers[:_SHOWN])}{more}."
