"""The ledger of claims as a file: all claims that the address asks for, not only those of one page."""

from collections.abc import Iterable
from tempfile import SpooledTemporaryFile
from typing import IO, cast

from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_GET

from onrecord import tasks
from onrecord.tasks import ClaimRow
from onrecord.web import served
from onrecord.web.claims.asked import asked
from onrecord.web.claims.tags import figures, publisher, said_by
from onrecord.writing import to_line, write_csv, write_xlsx

_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json; charset=utf-8",
}
COLUMNS = (
    "id", "claim", "said by", "voice", "modality", "kind", "rights", "date", "where", "figures", "notes", "publisher",
    "paper", "paper kind", "paper date", "state", "page", "paragraph", "conflicts", "copies",
)  # fmt: skip
_IN_MEMORY = 64 * 1024 * 1024  # larger exports go to a file that has no name


@require_GET
def export(request: HttpRequest, name: str) -> FileResponse:
    """The ledger as CSV, Excel or JSON, each claim with its place."""
    if name not in _TYPES:
        raise Http404
    with tasks.seen_by(tasks.Audience.OTHERS, once=True):  # whoever gets the file
        rows = [_line(row) for row in tasks.list_claims(served.archive(), asked(request.GET))]
    # Closed by the response when it is sent.
    target = cast(IO[bytes], SpooledTemporaryFile(max_size=_IN_MEMORY))  # noqa: SIM115
    if name == "csv":
        write_csv(rows, target, columns=COLUMNS)
    elif name == "xlsx":
        write_xlsx(rows, target, columns=COLUMNS, wide=("claim",), title="claims")
    else:
        _write_json(rows, target)
    target.seek(0)
    return FileResponse(target, as_attachment=True, filename=f"claims.{name}", content_type=_TYPES[name])


def _line(row: ClaimRow) -> dict[str, str | int]:
    claim, paper = row.claim, row.paper
    values: tuple[str | int, ...] = (
        claim.id, claim.text, said_by(claim, paper), claim.voice.value, claim.modality.value, claim.kind.value,
        "; ".join(claim.rights), claim.date, claim.where, "; ".join(figures(claim)),
        "; ".join(claim.notes), publisher(paper), paper.label, paper.kind, paper.date, paper.state,
        claim.place.page or "", claim.place.paragraph, row.conflicts, row.copies,
    )  # fmt: skip
    return dict(zip(COLUMNS, values, strict=True))


def _write_json(objects: Iterable[dict[str, str | int]], target: IO[bytes]) -> None:
    """One array, an object a line."""
    target.write(b"[")
    for at, one in enumerate(objects):
        target.write(b",\n" if at else b"\n")
        target.write(to_line(one).encode("utf-8", "backslashreplace"))
    target.write(b"\n]\n")
