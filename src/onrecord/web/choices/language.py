"""Pages in the language that was chosen, else in the first of the browser's that we have, else in English."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

Answer = Callable[[HttpRequest], HttpResponse]


class ChosenLanguage:
    """Sets the language for the time of one answer."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer, in the reader's language."""
        language = translation.get_language_from_request(request)
        with translation.override(language):
            response = self._answer(request)
        response["Content-Language"] = language
        patch_vary_headers(response, ("Accept-Language", "Cookie"))
        return response
