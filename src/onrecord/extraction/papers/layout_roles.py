"""Says of each paragraph of a paper which part it plays: title, heading, contact line, list item, running text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.extraction.papers.furniture import DATE_LINE, KIND_LABEL, find_furniture
from onrecord.extraction.papers.once import once
from onrecord.extraction.papers.units import Role
from onrecord.model import Document, Paragraph, ParagraphKind

_LONGEST_HEADING = 160
_LONGEST_TITLE = 260
_CONTACT = re.compile(
    r"^\W*(?:(?:yours |most )?(?:sincerely|faithfully|truly|respectfully)(?: yours)?\W*$|"
    r"(?:kind|best|warm) regards\W*$|address(?:es)?:\s*$|"
    r"questions (?:about|on) this (?:statement|paper|release|report)\b|"
    r"for (?:more|further|any|additional|press|media)(?: \w+){0,2} ?(?:information|details|queries|enquiries|"
    r"inquiries|questions|comments?|interviews?|reporting|assistance)\b|(?:media|press|public)? ?(?:contacts?|"
    r"enquiries|"
    r"inquiries|queries)(?: (?:information|persons?|details|us))?\s*(?::|$|for\b|at\b)|to (?:arrange|request|"
    r"schedule) an? "
    r"interview|(?:please )?contact:|if you have any questions|notes? (?:to|for) (?:the )?editors?\W*$|"
    r"за дополнительной информацией|контакты?\s*:|pour (?:plus|davantage) d.informations?|para (?:más|"
    r"mayor) información)",
    re.IGNORECASE,
)
_PLEASE_CONTACT = re.compile(
    r"\b(?:please (?:contact|visit|write to|call|see|email|get in touch)|can be (?:reached|contacted))\b", re.I
)
_REACHED_AT = re.compile(
    r"(?<![\w.+-])[\w.+-]+@[\w-]+\.\w{2,}|\[\s?e-?mail[\s\xa0]?protected\s?\]|\b(?:tel|telephone|phone|mobile|mob|fax|"
    r"cell|email|e-mail|twitter|skype|whatsapp|signal|address|website|web):|\b(?:tel|mob|fax|ph)\.\s?(?=[+\d(])|"
    r"\+\d[\d\s().-]{6,}\d|\bhttps?://|\bwww\.|\bon Twitter\b",
    re.IGNORECASE,
)
_REACHED_SIGNS = ("@", ":", "+", "www.", "WWW.", "rotected", "witter", "el.", "ax.", "ob.", "h.")  # cheap to look for
_SIGNATORIES = re.compile(
    r"^\W*(?:(?:list of )?(?:signatories|signatures|signatory organi[sz]ations|co-?signatories|undersigned)\b|"
    r"signed(?: by)?\s*:?$|"
    r"endorsed by|(?:yours |most )?(?:sincerely|faithfully|truly|respectfully)(?: yours)?\W*$|"
    r"(?:this (?:statement|submission|report) is )?(?:supported|submitted|signed|prepared|endorsed|"
    r"co-?signed)"
    r"(?: jointly)? by(?: the following [\w\s]{3,40})?\s*:$|the undersigned(?: [\w-]+){0,3}\s*:$|sincerely|"
    r"respectfully)",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?:(?:section|part|chapter|annex|appendix)\s+)?(?P<number>[IVXLC]{1,6}(?=[.):\s–-])|[A-Z](?=[.)]\s)|"
    r"\d{1,2}(?:\.\d{1,2})*(?=[.):\s]))"
    r"[.):]?\s*[–—-]?\s+(?=\S)"
)
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.{2,160}?)(?<=\S)\1\s*:?")
_STOP = re.compile(r"[.!?…;,][”\"’')\]»*_]*$")
_TWO_SENTENCES = re.compile(r"[.!?][”\"’)]*\s+[A-ZА-Я“\"(]")
_USUAL = re.compile(
    r"\W*(?:(?:executive )?summary|introduction|background|context|overview|key (?:findings|points|messages|"
    r"issues|concerns)|"
    r"(?:key |main |our )?recommendations?(?: (?:to|for|on) .{2,120})?|(?:our |key )?(?:demands|asks)|calls? to action|"
    r"actions? (?:requested|needed|required)|what (?:we|you|can|should|must|needs) [^.]{2,60}|"
    r"conclusions?(?: and recommendations?)?|"
    r"methodology|"
    r"about (?:the )?(?:authors?|submitting .*|us|this .*)|follow[- ]up .*|legal framework|endnotes?|notes?|"
    r"footnotes?|"
    r"references|bibliography|sources|annex(?:es)?\b.*|appendix\b.*|acknowledge?ments?|abbreviations|scope of .*)\W*",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"(?:\d+[.)]\s+|Q:?\s+)?(?:What|How|Why|Who|Whom|Whose|When|Where|Which|Is|Are|Was|Were|Does|Do|Did|Can|Could|Has|Have"
    r"|Should|Will|Would)\b[^.?!]{3,110}\?"
)
# "To the Ministry of Justice:" above what is asked of it
_TO_SOMEBODY = re.compile(r"(?:To|For|TO|FOR) (?:the |THE )?[A-Z][^.;!?]{2,90}:?")
_LIST_MARK = re.compile(r"\s*(?:[•·▪●○◦‣■□➢►✓\uf0b7\uf0a7\uf0d8]|[-–—](?=\s)|\(?(?:[ivx]{1,5}|[a-z])[.)]\s+(?=\S))")
_ITEM_NUMBER = re.compile(r"\(?(?:[a-z]{1,2}|[ivxl]+|\d{1,2})\)$")


@dataclass(frozen=True, slots=True)
class Part:
    """What a paragraph is. ``number`` and ``title`` of headings, the title without marks of bold."""

    role: Role
    number: str = ""
    title: str = ""


@once
def paragraphs_of(document: Document) -> tuple[list[int], dict[int, Part]]:
    """Indexes of the paragraphs that are the paper's own (no notes, no furniture), and the part each of them plays."""
    furniture = find_furniture(document).lines
    kept = [
        index
        for index, paragraph in enumerate(document.paragraphs)
        if paragraph.kind is not ParagraphKind.NOTE and index not in furniture
    ]
    return kept, parts_of(document, kept)


def parts_of(document: Document, kept: Sequence[int]) -> dict[int, Part]:
    """The part that each of these paragraphs (indexes; notes and furniture left out) plays."""
    parts: dict[int, Part] = {}
    before = Role.TITLE
    listing = False
    for position, index in enumerate(kept):
        paragraph = document.paragraphs[index]
        following = document.paragraphs[kept[position + 1]] if position + 1 < len(kept) else None
        part = _contact(paragraph, before) or _signature(paragraph, listing and not _USUAL.fullmatch(paragraph.text))
        part = part or _heading(paragraph, following)
        part = part or Part(Role.BULLET if is_item(paragraph) else Role.SENTENCE)
        parts[index] = part
        before = part.role
        listing = _begins_list(paragraph.text) or (listing and part.role is Role.CONTACT)
    _find_title(document, kept, parts)
    return parts


def is_item(paragraph: Paragraph) -> bool:
    """Whether the paragraph is an item of a list and no numbered paragraph of running text."""
    if paragraph.kind is not ParagraphKind.BODY:
        return False
    if paragraph.number:
        return paragraph.level > 0 and _ITEM_NUMBER.search(paragraph.number) is not None
    return paragraph.level > 0 or _LIST_MARK.match(paragraph.text) is not None


def _contact(paragraph: Paragraph, before: Role) -> Part | None:
    text = paragraph.text
    if len(text) > 600:
        return None
    opens = _CONTACT.match(text) is not None and len(text) < 400
    reached = any(sign in text for sign in _REACHED_SIGNS) and _REACHED_AT.search(text) is not None
    asked = reached and len(text) < 400 and _PLEASE_CONTACT.search(text) is not None
    goes_on = before is Role.CONTACT and reached and len(text) < 300
    alone = reached and len(text) < 140 and not _TWO_SENTENCES.search(text)
    return Part(Role.CONTACT) if opens or asked or goes_on or (alone and _is_address(text)) else None


def _is_address(text: str) -> bool:
    """A line around an e-mail address or telephone number with hardly a word in small letters besides."""
    rest = _REACHED_AT.sub(" ", text)
    small = [word for word in rest.split() if word.isalpha() and word.islower() and len(word) > 3]
    return len(small) <= 3 and not re.search(r"https?://|www\.", text)


def _signature(paragraph: Paragraph, listing: bool) -> Part | None:
    """A line of a list of organisations that sign the paper."""
    text = paragraph.text.strip()
    named = listing and len(text) < 160 and not _TWO_SENTENCES.search(text) and not text.endswith((":", "?"))
    return Part(Role.CONTACT) if named and _mostly_capitals(text) else None


def _mostly_capitals(text: str) -> bool:
    words: list[str] = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    return sum(word[0].isupper() for word in words) >= 0.6 * max(len(words), 1)


def _begins_list(text: str) -> bool:
    return len(text) < 200 and _SIGNATORIES.match(text) is not None


def _heading(paragraph: Paragraph, following: Paragraph | None) -> Part | None:
    text = paragraph.text.strip()
    bold = _BOLD.fullmatch(text)
    bare = (bold[2] if bold else text).strip(" *_#")
    if paragraph.kind is ParagraphKind.CELL or len(bare) > _LONGEST_HEADING:
        return None
    number, title = _numbered(paragraph, bare)
    if _TWO_SENTENCES.search(title):
        return None
    marked = (paragraph.kind is ParagraphKind.HEADING or bold is not None) and not _is_sentence(title)
    if not any(map(str.isalpha, title)) or marked or _looks_like_heading(paragraph, number, title, following):
        return Part(Role.HEADING, number, title.rstrip(" :").strip("*_ "))
    return None


def _numbered(paragraph: Paragraph, bare: str) -> tuple[str, str]:
    """Number and title: the number that the reader found, or one typed before the title."""
    if not paragraph.number and DATE_LINE.fullmatch(bare):
        return "", bare
    number = paragraph.number.strip("().")
    match = None if number else _NUMBER.match(bare)
    if match and not bare[match.end() :].strip().islower():
        return match["number"], bare[match.end() :].strip()
    return number, bare


def _is_sentence(text: str) -> bool:
    return bool(_STOP.search(text)) and len(text.split()) > 8


def _looks_like_heading(paragraph: Paragraph, number: str, text: str, following: Paragraph | None) -> bool:
    """A line that is no list item, ends without a stop, and has something longer or a list below it."""
    if _is_question(text, following) or (not is_item(paragraph) and _TO_SOMEBODY.fullmatch(text)):
        return True
    if is_item(paragraph) or _STOP.search(text) or not (text[0].isupper() or text[0].isdigit() or text[0] in "“\"'«"):
        return False
    if _USUAL.fullmatch(text) or _begins_list(text) or (text.isupper() and len(text) > 3 and len(text.split()) < 16):
        return True
    if number and not paragraph.number and len(text.split()) <= 14:  # "A. Attacks on journalists"
        return True
    if text.endswith(":") or len(text.split()) > 20 or following is None or _REACHED_AT.search(text):
        return False
    return is_item(following) or len(following.text) > max(len(text), 80)


def _is_question(text: str, following: Paragraph | None) -> bool:
    """A question as a heading: "How free is the press?", with its answer below."""
    return _QUESTION.fullmatch(text) is not None and following is not None and len(following.text) > len(text)


def _find_title(document: Document, kept: Sequence[int], parts: dict[int, Part]) -> None:
    """The heading on top, and lines between it and the text: subtitle, date, whom the paper is for."""
    top = []
    for index in kept[:20]:
        if parts[index].role not in (Role.HEADING, Role.CONTACT) and not _is_line_of_front(document.paragraphs[index]):
            break
        top.append(index)
    titled = False
    for position, index in enumerate(top):
        part = parts[index]
        if part.role is Role.CONTACT:
            continue
        paragraph = document.paragraphs[index]
        last = titled and position + 1 == len(top) and paragraph.kind is ParagraphKind.HEADING
        last = last and not DATE_LINE.fullmatch(paragraph.text.strip())
        if (last and part.role is Role.HEADING) or part.number or _USUAL.fullmatch(paragraph.text.strip(" *_")):
            continue
        parts[index] = Part(Role.TITLE, "", part.title or paragraph.text)
        titled = True


def _is_line_of_front(paragraph: Paragraph) -> bool:
    """A line of a title page: a date, a kind of paper, a name; nothing with a stop at its end."""
    text = paragraph.text.strip(" *_")
    if is_item(paragraph) or paragraph.number:
        return False
    short = len(text) <= _LONGEST_TITLE and not _STOP.search(text) and not text.endswith(":")
    return bool(short or DATE_LINE.fullmatch(text) or KIND_LABEL.fullmatch(text))
