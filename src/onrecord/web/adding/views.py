"""Adding papers."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from onrecord.web.adding import jobs
from onrecord.web.adding.receiving import receive


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """The form, and what it sends: the files go into a run of their own, whose page shows how far it is."""
    files = request.FILES.getlist("files") if request.method == "POST" else []
    if not files:
        missing = _("Choose at least one file.") if request.method == "POST" else ""
        status = 400 if missing else 200
        return render(request, "adding/add.html", {"jobs": jobs.recent(), "missing": missing}, status=status)
    job = jobs.start(receive(files), len(files))
    return redirect("progress", number=job.number)


@require_GET
def progress(request: HttpRequest, number: int) -> HttpResponse:
    """How far a run is; the part that changes is asked for again every second."""
    job = _job(number)
    name = "adding/state.html" if request.headers.get("HX-Request") else "adding/progress.html"
    # Asked for after the template has seen whether the run is over: the last files must not be missing then.
    shown = {"job": job, "events": lambda: list(reversed(job.events)), "added": _added(job)}
    return render(request, name, shown)


@require_POST
def stop(request: HttpRequest, number: int) -> HttpResponse:
    """Stop a run after the paper it is at."""
    _job(number).stopped.set()
    return redirect("progress", number=number)


def _added(job: jobs.Job) -> dict[str, object]:
    """What was found in each paper, by the name of its file; known when the run is over."""
    report = job.report
    return {paper.name: paper for paper in (*report.added, *report.replaced)} if report else {}


def _job(number: int) -> jobs.Job:
    job = jobs.find(number)
    if job is None:
        raise Http404
    return job
