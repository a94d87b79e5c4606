"""Exactly what a list shows, as a file; or the same rows with everything that is known of them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from tempfile import SpooledTemporaryFile
from typing import IO, cast

from django.http import FileResponse, Http404, HttpRequest
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from onrecord import tasks
from onrecord.tasks import Grouped
from onrecord.web import served
from onrecord.web.recommendations.columns import WIDE, Column
from onrecord.web.recommendations.forms import Asked, asked
from onrecord.web.recommendations.groups import GROUPED, heading
from onrecord.writing import FORMATS, to_line, write_csv, write_xlsx

_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json; charset=utf-8",
    "jsonl": "application/x-ndjson; charset=utf-8",
}
_AS_SHOWN = ("csv", "xlsx", "json")
_IN_MEMORY = 64 * 1024 * 1024  # larger exports go to a file that has no name


@require_GET
def export(request: HttpRequest, name: str) -> FileResponse:
    """All rows of the list that the address asks for, not only those of one page.

    With columns in the address: these, in their order, in groups as on the page. Without: all that is known.
    """
    question = asked(request.GET)
    if name not in (_AS_SHOWN if question.columns else FORMATS):
        raise Http404
    # Closed by the response when it is sent.
    target = cast(IO[bytes], SpooledTemporaryFile(max_size=_IN_MEMORY))  # noqa: SIM115
    if question.columns:
        _write_shown(name, question, target)
    else:
        rows = tasks.iterate_recommendations(served.archive(), replace(question.wanted, group_by=""))
        FORMATS[name](rows, target, request.GET.get("count") == "pairs")
    target.seek(0)
    return FileResponse(target, as_attachment=True, filename=f"recommendations.{name}", content_type=_TYPES[name])


def _write_shown(name: str, question: Asked, target: IO[bytes]) -> None:
    rows = _rows(question)
    if name == "json":
        _write_json(_plain(rows, question), target)
        return
    group_by = question.wanted.group_by
    grouping = [str(GROUPED[group_by]).capitalize()] if group_by else []
    titles = [*grouping, *(str(column.title) for column in question.columns)]
    # Two columns may be called the same: they are told apart by where they stand.
    heads = [title if titles.index(title) == at else f"{title} ({at + 1})" for at, title in enumerate(titles)]
    worded = (dict(zip(heads, _words(one, question), strict=True)) for one in rows)
    if name == "csv":
        write_csv(worded, target, columns=heads)
    else:
        wide = [str(column.title) for column in question.columns if column.key in WIDE]
        write_xlsx(worded, target, columns=heads, wide=wide, title=_("items"))


def _rows(question: Asked) -> Iterator[Grouped]:
    if question.wanted.group_by:
        return tasks.iterate_grouped(served.archive(), question.wanted)
    return (Grouped((), row) for row in tasks.iterate_recommendations(served.archive(), question.wanted))


def _words(one: Grouped, question: Asked) -> list[str | int]:
    group = [heading(question.wanted.group_by, one.group)] if question.wanted.group_by else []
    return [*group, *(_cell(column, one) for column in question.columns)]


def _cell(column: Column, one: Grouped) -> str | int:
    """What the page says; numbers stay numbers, so that a spreadsheet can count with them."""
    plain = column.plain(one.row)
    return plain if type(plain) is int and column.worded is None else column.words(one.row)


def _plain(rows: Iterable[Grouped], question: Asked) -> Iterator[dict[str, object]]:
    for one in rows:
        group = {"group": list(one.group)} if question.wanted.group_by else {}
        yield {**group, **{column.key: column.plain(one.row) for column in question.columns}}


def _write_json(objects: Iterable[dict[str, object]], target: IO[bytes]) -> None:
    """One array, an object a line."""
    target.write(b"[")
    for at, one in enumerate(objects):
        target.write(b",\n" if at else b"\n")
        target.write(to_line(one).encode("utf-8", "backslashreplace"))
    target.write(b"\n]\n")
