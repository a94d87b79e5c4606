"""Importing a file of coded rows: sent by the browser, read in a thread of its own, told how far it is."""

import itertools
import logging
import shutil
import threading
from collections import deque
from dataclasses import dataclass, replace
from pathlib import Path

from django.db import connections
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from onrecord import tasks
from onrecord.errors import OnrecordError, RunError
from onrecord.tasks import Archive, ImportReport
from onrecord.web import served
from onrecord.web.adding.receiving import receive
from onrecord.web.coded.words import outcome

_KEPT = 10  # runs that can still be looked at


@dataclass(slots=True)
class Run:
    """One import: the file, how far it is, and what came of it."""

    number: int
    file: Path
    rows: int = 0
    total: int = 0
    report: ImportReport | None = None
    error: OnrecordError | None = None
    done: bool = False

    @property
    def tying(self) -> bool:
        """Whether all rows are kept and are being tied."""
        return 0 < self.total == self.rows


_numbers = itertools.count(1)
_runs: deque[Run] = deque(maxlen=_KEPT)
_one_at_a_time = threading.Lock()


@require_http_methods(["GET", "POST"])
def send(request: HttpRequest) -> HttpResponse:
    """The form; and what it sends: a file, whose page shows how far it is."""
    files = request.FILES.getlist("file") if request.method == "POST" else []
    if not files:
        missing = _("Choose a file.") if request.method == "POST" else ""
        return render(request, "coded/import.html", {"missing": missing}, status=400 if missing else 200)
    folder = receive(files[:1])
    run = Run(next(_numbers), next(folder.iterdir()))
    _runs.append(run)
    # A thread that does not hold up the end of the program: what is not finished leaves nothing behind.
    threading.Thread(target=_import, args=(run, served.archive()), daemon=True).start()
    return redirect("coded-progress", number=run.number)


@require_GET
def progress(request: HttpRequest, number: int) -> HttpResponse:
    """How far an import is; the part that changes is asked for again every second."""
    running = next((run for run in _runs if run.number == number), None)
    if running is None:
        raise Http404
    # As it stands now, whether it is done looked at first: what came of it is known before.
    done = running.done
    run = replace(running, done=done)
    outcomes = [(key, outcome(key), count) for key, count in run.report.outcomes.items()] if run.report else []
    name = "coded/state.html" if request.headers.get("HX-Request") else "coded/import.html"
    status = 400 if run.error and not request.headers.get("HX-Request") else 200
    return render(request, name, {"run": run, "outcomes": outcomes}, status=status)


def _import(run: Run, archive: Archive) -> None:
    def noted(rows: int, total: int) -> None:
        run.rows, run.total = rows, total

    try:
        with _one_at_a_time:
            run.report = tasks.import_coded(archive, run.file, progress=noted)
    except OnrecordError as error:
        run.error = error
    except Exception:  # the outermost edge of this thread
        logging.getLogger(__name__).exception("importing broke off")
        run.error = RunError(
            "Onrecord met something it does not know how to handle.",
            advice="Nothing was imported. The terminal shows what happened.",
        )
    finally:
        shutil.rmtree(run.file.parent, ignore_errors=True)
        run.done = True
        connections.close_all()
