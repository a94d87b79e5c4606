"""Suggesting labels for all recommendations: in a thread of its own, told how far it is."""

import itertools
import logging
import threading
from collections import deque
from dataclasses import dataclass, replace

from django.db import connections
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from onrecord import tasks
from onrecord.errors import OnrecordError, RunError
from onrecord.tasks import Archive, LabelReport
from onrecord.web import served

_KEPT = 10  # runs that can still be looked at


@dataclass(slots=True)
class Run:
    """One run over the archive: how many papers are labelled, and what came of it."""

    number: int
    papers: int = 0
    total: int = 0
    report: LabelReport | None = None
    error: OnrecordError | None = None
    done: bool = False


_numbers = itertools.count(1)
_runs: deque[Run] = deque(maxlen=_KEPT)
_one_at_a_time = threading.Lock()


@require_POST
def suggest(request: HttpRequest) -> HttpResponse:
    """Begin, and show how far it is."""
    run = Run(next(_numbers))
    _runs.append(run)
    # A thread that does not hold up the end of the program: each paper is labelled whole or not at all.
    threading.Thread(target=_suggest, args=(run, served.archive()), daemon=True).start()
    return redirect("suggesting", number=run.number)


@require_GET
def suggesting(request: HttpRequest, number: int) -> HttpResponse:
    """How far a run is; the part that changes is asked for again every second."""
    running = next((run for run in _runs if run.number == number), None)
    if running is None:
        raise Http404
    # As it stands now, whether it is done looked at first: what came of it is known before.
    done = running.done
    run = replace(running, done=done)
    part = bool(request.headers.get("HX-Request"))
    status = 400 if run.error and not part else 200
    return render(request, "labels/state.html" if part else "labels/suggest.html", {"run": run}, status=status)


def _suggest(run: Run, archive: Archive) -> None:
    def noted(papers: int, total: int) -> None:
        run.papers, run.total = papers, total

    try:
        with _one_at_a_time:
            run.report = tasks.label_documents(archive, progress=noted)
    except OnrecordError as error:
        run.error = error
    except Exception:  # the outermost edge of this thread
        logging.getLogger(__name__).exception("labelling broke off")
        run.error = RunError(
            "Onrecord met something it does not know how to handle.",
            advice="Papers that were labelled before it stay labelled. The terminal shows what happened.",
        )
    finally:
        run.done = True
        connections.close_all()
