"""Coming in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from onrecord.web import guard, served


@require_GET
def enter(request: HttpRequest) -> HttpResponse:
    """Take the one-time key and let this browser in.

    A page that goes on by itself, not a redirect: a cookie that is for our own pages only would not be sent along with
    a redirect that began on another site, such as a mail the link was pasted into.
    """
    if guard.has_entered(request):
        return render(request, "entering/inside.html")
    if not served.current().take_key(request.GET.get("token", "")):
        return render(request, "entering/outside.html", {"tried": True}, status=403)
    response = render(request, "entering/inside.html")
    guard.let_in(response)
    return response
