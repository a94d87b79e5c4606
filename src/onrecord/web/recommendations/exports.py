"""Exactly what a list shows, as a file."""

from tempfile import SpooledTemporaryFile
from typing import IO, cast

from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_GET

from onrecord import tasks
from onrecord.web import served
from onrecord.web.recommendations.forms import asked
from onrecord.writing import FORMATS

_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "jsonl": "application/x-ndjson; charset=utf-8",
}
_IN_MEMORY = 64 * 1024 * 1024  # larger exports go to a file that has no name


@require_GET
def export(request: HttpRequest, name: str) -> FileResponse:
    """All rows of the list that the address asks for, not only those of one page."""
    if name not in FORMATS:
        raise Http404
    rows = tasks.iterate_recommendations(served.archive(), asked(request.GET).wanted)
    # Closed by the response when it is sent.
    target = cast(IO[bytes], SpooledTemporaryFile(max_size=_IN_MEMORY))  # noqa: SIM115
    FORMATS[name](rows, target, request.GET.get("count") == "pairs")
    target.seek(0)
    return FileResponse(target, as_attachment=True, filename=f"recommendations.{name}", content_type=_TYPES[name])
