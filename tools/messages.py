"""The words of the workbench in its languages: collect them, bring the lists up to date, compile them.

``python tools/messages.py`` writes ``src/onrecord/web/locale/*/LC_MESSAGES/django.po`` (new words empty, words that
are gone taken out) and the ``.mo`` files beside them, and says what is missing. Needs no program besides Python.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import polib
from django.conf import settings
from django.utils.translation.template import templatize

WEB = Path(__file__).resolve().parents[1] / "src" / "onrecord" / "web"
PLURALS = {
    "en": "nplurals=2; plural=(n != 1);",
    "ru": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
    "fr": "nplurals=2; plural=(n > 1);",
    "es": "nplurals=2; plural=(n != 1);",
    "kk": "nplurals=2; plural=(n != 1);",
    "ar": "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5;",
}
_SIMPLE = {"_", "gettext", "gettext_lazy"}
_CONTEXT = {"_in", "pgettext", "pgettext_lazy"}
_PLURAL = {"ngettext", "ngettext_lazy"}
_STRING = r"""u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
_CALLS = re.compile(rf"\b(n?p?gettext)\({_STRING}(?:,\s*{_STRING})?")


@dataclass(frozen=True, slots=True)
class Message:
    """One thing that is said, with what tells two of the same words apart, and its form for several."""

    words: str
    context: str | None = None
    plural: str = ""


def main() -> None:
    """Bring all lists up to date and say what is missing."""
    messages = collect()
    for language in PLURALS:
        catalogue = updated(language, messages)
        catalogue.save(str(path_of(language)))
        catalogue.save_as_mofile(str(path_of(language).with_suffix(".mo")))
        lacking = [entry.msgid for entry in catalogue if not is_complete(entry)]
        print(f"{language}: {len(catalogue)} messages, {len(lacking)} missing")


def collect() -> dict[Message, list[str]]:
    """Every message in templates and code, with the files it stands in."""
    if not settings.configured:
        settings.configure(USE_I18N=True)
    found: dict[Message, list[str]] = {}
    for path in sorted(WEB.rglob("*")):
        if path.suffix == ".html":
            messages = in_template(path.read_text(encoding="utf-8"))
        elif path.suffix == ".py":
            messages = in_code(path.read_text(encoding="utf-8"))
        else:
            continue
        for message in messages:
            found.setdefault(message, []).append(path.relative_to(WEB).as_posix())
    return found


def in_template(source: str) -> Iterator[Message]:
    """The messages of one template."""
    for call, first, second in _CALLS.findall(templatize(source)):
        words, more = ast.literal_eval(first), ast.literal_eval(second) if second else ""
        if call == "gettext":
            yield Message(words)
        elif call == "ngettext":
            yield Message(words, plural=more)
        elif call == "pgettext":
            yield Message(more, context=words)


def in_code(source: str) -> Iterator[Message]:
    """The messages of one file of code."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        words = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
        if node.func.id in _SIMPLE and words:
            yield Message(words[0])
        elif node.func.id in _CONTEXT and len(words) > 1:
            yield Message(words[1], context=words[0])
        elif node.func.id in _PLURAL and len(words) > 1:
            yield Message(words[0], plural=words[1])


def updated(language: str, messages: Iterable[Message]) -> polib.POFile:
    """The list of one language, with exactly these messages; what was translated stays."""
    path = path_of(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    known = {(e.msgid, e.msgctxt): e for e in polib.pofile(str(path))} if path.exists() else {}
    catalogue = polib.POFile(wrapwidth=110)
    catalogue.metadata = {
        "Language": language,
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "MIME-Version": "1.0",
        "Plural-Forms": PLURALS[language],
    }
    for message in sorted(messages, key=lambda m: (m.words.casefold(), m.words, m.context or "")):
        catalogue.append(_entry(language, message, known.get((message.words, message.context))))
    return catalogue


def _entry(language: str, message: Message, before: polib.POEntry | None) -> polib.POEntry:
    entry = polib.POEntry(msgid=message.words, msgctxt=message.context, msgid_plural=message.plural)
    if message.plural:
        count = int(PLURALS[language][len("nplurals=")])
        own = {0: message.words, 1: message.plural} if language == "en" else dict.fromkeys(range(count), "")
        entry.msgstr_plural = {n: (before.msgstr_plural.get(n, "") if before else "") or own[n] for n in own}
    else:
        entry.msgstr = (before.msgstr if before else "") or (message.words if language == "en" else "")
    return entry


def is_complete(entry: polib.POEntry) -> bool:
    """Whether the message is translated in all its forms and nobody marked it as unsure."""
    said = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
    return all(said) and "fuzzy" not in entry.flags


def path_of(language: str) -> Path:
    """Where the list of one language is."""
    return WEB / "locale" / language / "LC_MESSAGES" / "django.po"


if __name__ == "__main__":
    main()
