"""Cuts a paragraph of a paper into sentences.

Full stops behind abbreviations, initials and numbers of articles end nothing; bold marks, closing quotation marks,
brackets and the marks of notes belong to the sentence before them.
"""

import re

Span = tuple[int, int]

_CLOSING = "[”\"’')\\]»*_]"
_NOTE_MARK = r"(?:\[\d{1,3}\]|\(\d{1,3}\)|(?<=[^\W\d][.?!…])\d{1,3}|(?<=[”\"’)»])\d{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)"
_OPENING = "[“\"‘'(\\[«*_¿¡„•–—-]"
_END = re.compile(
    rf"[.?!…]+{_CLOSING}*(?:{_NOTE_MARK}(?:,?\s?{_NOTE_MARK})*)?{_CLOSING}*(?:\s+(?={_OPENING}*\s?[^\W_a-zß-öø-ÿа-яёәғқңөұүһі])"
    r"|(?<=[a-zа-я][.?!])(?=[A-ZА-Я][a-zа-я]+\s))"
    r"|[。！？؟۔]\s*"
)
# Words that a full stop shortens. "no", "art", "sec" and the like only before a number.
_SHORT = (
    "mr mrs ms dr prof rev hon gen col lt sgt capt maj st sr jr messrs mme mlle fr v vs cf al viz approx ca e.g "
    "i.e eg ie "
    "jan feb mar apr jun jul aug sept oct nov dec dept est gov sen rep amb u.n u.k ph.d"
)
_BEFORE_NUMBER = (
    "no nos art arts para paras par sec sect s ss ch chap vol vols p pp fig ed eds rec recs doc res reg cl § № n nn"
)
_ALWAYS = frozenset(_SHORT.split())
_NUMBERED = frozenset(_BEFORE_NUMBER.split())
_WORD_BEFORE = re.compile(r"(?:^|[\s(\[“\"‘'«*/])((?:[^\W\d_]{1,2}\.){1,4}|[^\W\d_]{1,6}(?:\.[^\W\d_])?\.|[§№]\.?)$")
_STARTERS = re.compile(
    r"[“\"‘']?(?:The|This|These|That|It|In|On|At|As|A|An|He|She|They|We|But|And|However|If|For|While|When|There|"
    r"Since|"
    r"According|Although|His|Her|Its|Their|Our|Such|After|Before|During|By|To|No|Some|Many|All|Despite)\s"
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.){1,4}$")
_LIST_MARK = re.compile(r"(?:[•·▪●○◦‣■□➢►✓\uf0b7\uf0a7\uf0d8]|[-–—*o](?=\s))\s*")
_ITEM = re.compile(r"\(?(?:[ivx]{1,5}|[a-z])[.)]\s+(?=\S)")  # "i. ", "(b) ", left in the text by the reader
_NUMBER = re.compile(r"\d|[IVXLC]+\b")
_ADDRESS = re.compile(r"[.@/][^\s]*\.$")
_LETTERED = re.compile(r"\b(?:[Aa]nnex|[Pp]art|[Gg]roup|[Cc]lass|[Tt]ype|[Tt]able|[Cc]ategory|[Zz]one)$")
_BLANKS = re.compile(r"\s+")


def sentences(text: str, start: int, end: int) -> list[Span]:
    """The spans of the sentences in ``text[start:end]``, without list marks and outer blanks, in order.

    A sentence ends behind its closing quotation marks, brackets and note marks. What ends without a stop is the last
    one.
    """
    spans: list[Span] = []
    begin = _after_list_mark(text, start, end)
    if item := _ITEM.match(text, begin, end):
        begin = item.end()
    for match in _END.finditer(text, begin, end):
        if match.end() >= end:
            break
        if match.group()[0] == "." and _goes_on(text, begin, match):
            continue
        spans.append((begin, match.start() + len(match.group().rstrip())))
        begin = _after_list_mark(text, match.end(), end)
    while end > begin and text[end - 1].isspace():
        end -= 1
    return [*spans, (begin, end)] if begin < end else spans


def _after_list_mark(text: str, start: int, end: int) -> int:
    blanks = _BLANKS.match(text, start, end)
    start = blanks.end() if blanks else start
    mark = _LIST_MARK.match(text, start, end)
    return mark.end() if mark and mark.end() < end else start


def _goes_on(text: str, begin: int, match: re.Match[str]) -> bool:
    """Whether the full stop belongs to a short form, so that the sentence goes on behind it."""
    stop = match.start() + 1
    if text[match.start() - 1 : match.start()] in ("[", "("):  # "[...] The"
        return True
    before = text[max(begin, stop - 40) : stop]
    if not match.group()[-1].isspace():  # no blank behind the stop: an address, or a blank was lost
        return _ADDRESS.search(before) is not None
    found = _WORD_BEFORE.search(before)
    return found is not None and _is_short_form(before, found, text[match.end() : match.end() + 14])


def _is_short_form(before: str, found: re.Match[str], following: str) -> bool:
    word = found[1].rstrip(".").lower()
    if word in _NUMBERED and not (len(word) == 1 and found[1][0].isupper()):  # "s. 7", but not "Ada S."
        return _NUMBER.match(following) is not None
    if word in _ALWAYS:
        return word not in ("u.n", "u.k") or not _STARTERS.match(following)
    return _is_initial(before, found) and not _STARTERS.match(following)


def _is_initial(before: str, found: re.Match[str]) -> bool:
    """ "J." in "J. Smith", "U.S." before a name; "annex A." and "part I." end a sentence."""
    if not _INITIALS.fullmatch(found[1]) or not found[1][0].isupper():
        return False
    return len(found[1]) > 2 or not _LETTERED.search(before[: found.start(1)].rstrip())
