"""The columns that a list can show: each in the reader's words, and plain for programs."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext
from django.utils.translation import pgettext_lazy as _in

from onrecord.tasks import RecommendationRow
from onrecord.web.frame import words
from onrecord.web.frame.answers import Answer, answer_of, binding
from onrecord.web.judging.decided import VERDICTS
from onrecord.writing.columns import told

Plain = str | int | bool | list[str] | None
_YES_NO = {True: _in("a value", "yes"), False: _in("a value", "no")}


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``source``: it holds words of a paper. ``plain``: its value for programs."""

    key: str
    title: Promise
    plain: Callable[[RecommendationRow], Plain]
    worded: Callable[[RecommendationRow], str] | None = None
    source: bool = False

    def words(self, row: RecommendationRow) -> str:
        """What the page and a table say."""
        if self.worded:
            return self.worded(row)
        plain = self.plain(row)
        return "" if plain is None else str(plain)


def _answer(row: RecommendationRow) -> str:
    answer: Answer = answer_of(row)
    return f"{answer.first.word} → {answer.last.word}" if answer.first else answer.last.word


def _made_by(row: RecommendationRow) -> str:
    return _listed([*(words.state(code) for code in row.states), *(f"{name} (?)" for name in row.unknown)])


def _listed(names: Iterable[str]) -> str:
    return pgettext("between parts of a list", ", ").join(names)


def _regions(row: RecommendationRow) -> list[str]:
    return list(dict.fromkeys(words.group(code) for code in row.states))


def _said(name: str) -> Callable[[RecommendationRow], str]:
    """A part of the statement that decides."""

    def value(row: RecommendationRow) -> str:
        said = binding(row.history)
        return str(getattr(said[-1], name)) if said else ""

    return value


def judged_word(value: str) -> str:
    """Whether a person corrected it, or the verdict."""
    if not value:
        return str(_("not judged yet"))
    return str(_("corrected")) if value == "corrected" else str(VERDICTS.get(value, value))


COLUMNS = (
    Column("number", _("Number"), lambda row: row.number),
    Column("text", _("Text"), lambda row: row.text, source=True),
    Column("by", _("Made by"), lambda row: [*row.states, *row.unknown], _made_by),
    Column("regions", _("Regions"), _regions, lambda row: _listed(str(words.GROUPS[key]) for key in _regions(row))),
    Column("position", _("Answer"), lambda row: row.position.value, _answer),
    Column("date", _("Date of the answer"), lambda row: answer_of(row).date),
    Column("changed", _("Changed"), lambda row: row.changed, lambda row: str(_YES_NO[row.changed])),
    Column("words", _("Words of the answer"), _said("words"), source=True),
    Column("comment", _("Comment"), _said("comment"), source=True),
    Column("history", _("History of the answer"), lambda row: told(row.history)),
    Column("state", _("State under review"), lambda row: row.state, lambda row: words.state(row.state)),
    Column("cycle", _("Cycle"), lambda row: row.cycle, lambda row: words.cycle(row.cycle)),
    Column("session", _("Session"), lambda row: row.session),
    Column("document", _("Report"), lambda row: row.document),
    Column("section", _("Paragraph"), lambda row: row.section),
    Column("page", _("Page"), lambda row: row.place.page),
    Column("chapeau", _("Sentence before it"), lambda row: row.chapeau, source=True),
    Column("action", _("Action asked for"), lambda row: row.action, lambda row: words.action(row.action)),
    Column("issues", _("Issues"), lambda row: list(row.issues), lambda row: _listed(row.issues)),
    Column("themes", _("Themes, suggested"), lambda row: list(row.themes), lambda row: _listed(row.themes)),
    Column(
        "persons", _("Persons affected, suggested"), lambda row: list(row.persons), lambda row: _listed(row.persons)
    ),
    Column("goals", _("Goals, suggested"), lambda row: list(row.goals), lambda row: _listed(row.goals)),
    Column("judged", _("Judged"), lambda row: row.judged, lambda row: judged_word(row.judged)),
)
KEYS = {column.key: column for column in COLUMNS}
WIDE = frozenset({"text", "words", "comment", "history", "chapeau"})
# What the list shows as long as nobody chose columns, in the order of reading.
READING = ("number", "text", "by", "state", "cycle", "position", "date")
READING_OF_ONE_REVIEW = ("number", "text", "by", "position", "date")


def chosen(keys: Iterable[str]) -> tuple[Column, ...]:
    """The columns with these keys, in this order; what is no key is passed over."""
    return tuple(KEYS[key] for key in dict.fromkeys(keys) if key in KEYS)
