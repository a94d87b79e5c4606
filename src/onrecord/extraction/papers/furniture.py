"""Finds the furniture of web pages around and inside a paper: menus, share buttons, donation lines, masthead, labels.

Phrases come from ``vocabulary/data/furniture.csv``; the rules on shape are here. A sentence is furniture only if the
table says so; datelines ("(Geneva) – …") and persons to contact are part of the paper.
"""

import re
from dataclasses import dataclass, field

from onrecord.extraction.papers.once import once
from onrecord.model import Document, ParagraphKind
from onrecord.vocabulary.dates import MONTHS
from onrecord.vocabulary.furniture import furniture_of

_PARTS = re.compile(r"\s*[|·•›»>]\s*|\s[-–—/]\s")
_MONTH = "|".join(f"{name}|{name[:3]}" for name in MONTHS)
DATE_LINE = re.compile(
    rf"(?:(?:published|posted|updated|last updated|last modified|created|date|issued|released)(?:\s+on)?:?\s*)?"
    rf"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s*)?"
    rf"(?:\d{{1,2}}[./-]\d{{1,2}}[./-](?:19|20)?\d\d|(?:19|20)\d\d[./-]\d{{1,2}}[./-]\d{{1,2}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\.?\s+(?:{_MONTH})\.?,?\s+(?:19|20)\d\d|(?:{_MONTH})\.?\s+\d{{1,2}}(?:st|nd|rd|"
    rf"th)?,?"
    rf"\s+(?:19|20)\d\d|(?:{_MONTH})\s+(?:19|20)\d\d)"
    r"(?:,?\s*(?:at\s+)?\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\.?)?(?:\s*[A-Z]{2,5})?)?",
    re.IGNORECASE,
)
KIND_LABEL = re.compile(
    r"(?:joint |public |media |written |oral |press |urgent |open )?(?:press release|news release|media release|"
    r"release|"
    r"press statement|statement|news|article|report|reports|briefing|briefing paper|submission|publication|dispatch|"
    r"dispatches|commentary|op-?ed|interview|urgent appeal|urgent intervention|appeal|open letter|letter|update|"
    r"alert|"
    r"case history|feature|blog|analysis|q\s?&\s?a|event|topic|country|upr submission|daily brief|witness|"
    r"communiqué|communiqué de presse|comunicado|comunicado de prensa|пресс-релиз|заявление|новости|статья|доклад)s?",
    re.IGNORECASE,
)
_READING_TIME = re.compile(
    r"(?:(?:estimated )?(?:reading|read) time:?\s*)?\d{1,3}[\s-]*min(?:ute)?s?\.?"
    r"(?:\s+(?:read|to read|reading(?: time)?))?"
    r"|(?:reading|read) time:?\s*\d{1,3}|\d+ (?:views|shares|comments)",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"(?:by|author|written by|автор|par|por):?\s+\S+(?:\s+\S+){0,5}", re.IGNORECASE)
_ADDRESS_ONLY = re.compile(r"(?:https?://|www\.)\S+|[@#]\w+(?:\s+[@#]\w+)*", re.IGNORECASE)
_LANGUAGES = (
    "english français francais español espanol русский рус қазақша қазақ тілі казахский العربية عربي 中文 português "
    "deutsch italiano en fr es ru kk kz ar zh pt de it eng rus kaz spanish french russian arabic chinese german kazakh "
    "portuguese ukrainian українська o'zbekcha кыргызча azərbaycan türkçe turkish polski polish italian farsi فارسی "
    "uzbek kyrgyz"
)
_NAMES_OF_LANGUAGES = frozenset(_LANGUAGES.split())
HIDDEN_ADDRESS = re.compile(
    r"\[\s?e-?mail[\s\xa0]?(?:protected|hidden)\s?\]|\(e-?mail hidden[^)]{0,60}\)", re.IGNORECASE
)
_CONTENTS_LINE = re.compile(r".{3,120}?(?:\s?\.){4,}\s*\d{1,3}$|.{3,120}?[…\t_]{2,}\s*\d{1,3}$")
_CRUMBS = re.compile(r"\s*\S[^>›»]{0,60}(?:\s*[>›»]\s*\S[^>›»]{0,80}){2,}")
_SHAPES = (
    (_CONTENTS_LINE, "A line of a table of contents."),
    (_ADDRESS_ONLY, "The line holds nothing but an address of the web."),
    (_CRUMBS, "The line tells where in the site the page stands."),
    (_READING_TIME, "The line tells how long reading takes."),
)
_STOP = re.compile(r"[.!?…:;,][”\"’')\]»*]*$")
_ROUTINE = re.compile(r"^(?:mr|mrs|ms|dr)\b", re.IGNORECASE)
_SITE = re.compile(
    r"\b(?:organi[sz]ation|foundation|federation|watch|amnesty|committee|centre|center|institute|association|"
    r"coalition|"
    r"network|alliance|union|council|society|group|initiative|bureau|commission|defenders?|forum|service|"
    r"international|"
    r"press|media|justice|rights|without borders|house|fund|movement|campaign|league|partnership|observatory)\b",
    re.IGNORECASE,
)
_SITE_NAME = re.compile(r"[A-Z][\w&.]{1,14}\s*(?:[-–—:|])\s*(?:[A-Z][\w&’'.-]*)(?:\s+[\w&’',.-]+){1,9}")
_MOST_LABELLED = 12  # lines below a label such as "Topic"
_SHORT_LINE = 60
_LONGEST_SHAPE = 200


@dataclass(slots=True)
class Found:
    """Furniture by paragraph, and stretches inside paragraphs; each with its reason. ``masthead``: names of "
    "the site."""

    lines: dict[int, str] = field(default_factory=dict)
    stretches: list[tuple[int, int, str]] = field(default_factory=list)
    masthead: list[int] = field(default_factory=list)


@once
def find_furniture(document: Document) -> Found:
    """Every line and stretch of ``document`` that is furniture, with the reason why we think so."""
    found = Found()
    last = _last_sentence(document)
    open_label = 0  # how many more lines may belong to the last label
    for index, paragraph in enumerate(document.paragraphs):
        if paragraph.kind in (ParagraphKind.NOTE, ParagraphKind.CELL):
            continue
        text = paragraph.text.strip(" *_#\u200b")
        known = furniture_of(text)
        if known and known.where == "tail" and index > last:
            _rest(document, index, known.kind, found)
            break
        if known and (known.where != "tail" or not _goes_on_as_text(document, index)):
            found.lines[index] = f"The words of this line are known as a {known.kind} of web pages."
            open_label = _MOST_LABELLED if known.where == "labels" else 0
        elif open_label and is_label(text) and not _goes_on_as_text(document, index):
            found.lines[index] = "A short line below a label of a web page."
            open_label -= 1
        else:
            open_label = 0
            told = index > 0 and document.paragraphs[index - 1].text.rstrip().endswith(":")
            if not told and (reason := _by_shape(text)):
                found.lines[index] = reason
        _inside(document, index, found)
    _masthead(document, found)
    return found


def is_label(text: str) -> bool:
    """Whether ``text`` is a short line that says nothing: a few words, no stop at its end."""
    return len(text) <= _SHORT_LINE and len(text.split()) <= 7 and not _STOP.search(text)


def _last_sentence(document: Document) -> int:
    """Index of the last paragraph that begins in the first 60 % of the text: no page's tail begins before."""
    enough = len(document.text) * 0.6
    last = 0
    for index, paragraph in enumerate(document.paragraphs):
        if paragraph.kind is not ParagraphKind.NOTE and paragraph.start < enough:
            last = index
    return last


def _goes_on_as_text(document: Document, index: int) -> bool:
    """Whether the line opens the text: a title or heading, with a sentence below it."""
    following = document.paragraphs[index + 1 : index + 2]
    return bool(following) and following[0].kind is not ParagraphKind.NOTE and len(following[0].text) > 150


def _rest(document: Document, index: int, kind: str, found: Found) -> None:
    for at in range(index, len(document.paragraphs)):
        paragraph = document.paragraphs[at]
        if paragraph.kind is not ParagraphKind.NOTE:
            first = at == index
            found.lines[at] = f"The words of this line are known as {kind}." if first else f"It stands below {kind}."


def _by_shape(text: str) -> str:
    """Why a line of this shape is furniture; "" if it is not."""
    if not any(map(str.isalnum, text)):
        return "The line holds no words."
    for pattern, reason in _SHAPES if len(text) <= _LONGEST_SHAPE or " " not in text else ():
        if pattern.fullmatch(text) and not (pattern is _CRUMBS and _STOP.search(text)):
            return reason
    return _by_parts(text) if 1 < len(text) <= 160 else ""


def _by_parts(text: str) -> str:
    parts = [part for part in _PARTS.split(text) if part]
    if all(_words_of_language(part) for part in text.replace(",", " ").split()):
        return "The line holds nothing but names of languages."
    known = sum(map(_is_metadata, parts))
    # Beside a date and the time that reading takes a name alone is the site's or the author's.
    if len(parts) > 1 and (known == len(parts) or (known >= 2 and known == len(parts) - 1 and not _STOP.search(text))):
        return "The line holds nothing but date, kind, author and labels of a web page."
    return ""


def _words_of_language(word: str) -> bool:
    return word.strip("|/·•()").casefold() in _NAMES_OF_LANGUAGES or not word.strip("|/·•()")


def _is_metadata(part: str) -> bool:
    return bool(
        DATE_LINE.fullmatch(part)
        or KIND_LABEL.fullmatch(part)
        or _BYLINE.fullmatch(part)
        or _READING_TIME.fullmatch(part)
        or ((known := furniture_of(part)) and known.where != "sentence")
        or _words_of_language(part)
    )


def _inside(document: Document, index: int, found: Found) -> None:
    """Addresses that the site hides from robots, inside a sentence."""
    if index in found.lines:
        return
    paragraph = document.paragraphs[index]
    for match in HIDDEN_ADDRESS.finditer(document.text, paragraph.start, paragraph.end):
        reason = "The words stand where the page hides an e-mail address."
        found.stretches.append((match.start(), match.end(), reason))


def _masthead(document: Document, found: Found) -> None:
    """Lines above the title that name the site, its date and the kind of page, where other furniture stands there."""
    top = _top(document)
    for position, index in enumerate(top):
        text = document.paragraphs[index].text.strip(" *_#")
        rest = top[position + 1 :]
        if index in found.lines:
            continue
        near = any(other in found.lines for other in top)
        if near and (DATE_LINE.fullmatch(text) or KIND_LABEL.fullmatch(text) or _BYLINE.fullmatch(text)):
            found.lines[index] = "A line of date, kind or author above or below the title of a web page."
        elif rest and near and position < 6 and _names_site(text, top[: position + 1], rest, found):
            found.lines[index] = "The line names the site, above the page's date, menu or title."
            found.masthead.append(index)


def _top(document: Document) -> list[int]:
    """Indexes of the paragraphs before the first one that is running text."""
    top: list[int] = []
    for index, paragraph in enumerate(document.paragraphs[:40]):
        if paragraph.kind is ParagraphKind.NOTE or len(paragraph.text) > 250:
            break
        if _STOP.search(paragraph.text.strip()) and len(paragraph.text) > 90 and not furniture_of(paragraph.text):
            break
        top.append(index)
    return top


def _names_site(text: str, before: list[int], rest: list[int], found: Found) -> bool:
    """An organisation's name alone on its line, above furniture, with a line left below for the title."""
    if len(text) > 90 or _STOP.search(text) or _ROUTINE.match(text):
        return False
    titles = [index for index in rest if index not in found.lines]
    furniture_below = any(index in found.lines for index in rest[:2])
    if not titles or not furniture_below:
        return False
    return bool(_SITE_NAME.fullmatch(text)) or (len(text.split()) <= 8 and bool(_SITE.search(text)) and ":" not in text)
