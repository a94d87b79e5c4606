"""Tells kinds of papers by NGOs apart: by what they call themselves, then by how they are written."""

import re
from collections.abc import Callable, Iterator

from onrecord.extraction.papers.paper_identity_front import PaperFront
from onrecord.extraction.papers.paper_identity_publishers import told_by_itself
from onrecord.model import Kind

Told = tuple[Kind, str]


def _words(expression: str) -> re.Pattern[str]:
    return re.compile(expression.replace(" ", r"\s+"), re.IGNORECASE)


_JOINT = _words(
    r"\bjoint(?:ly)? (?:stakeholders?['’]? |ngo |civil society |upr |alternative |shadow |parallel |written |"
    r"individual )*"
    r"(?:submission|report|submitted)\b|\bJS ?\d{1,2}\b|\bsubmitted jointly\b"
)
_SUBMISSION = _words(
    r"\b(?:individual |stakeholders?['’]? |ngo |civil society |upr |written |supplementary |follow-up )*submission\b|"
    r"\b(?:alternative|shadow|parallel|stakeholders?['’]?|ngo|civil society) report\b|\bsubmitted (?:to|for|by|in)\b|"
    r"\breport (?:to|for) the (?:united nations |un )?(?:committee|human rights (?:committee|council)|universal|"
    r"upr|\d)"
)
_THIS_SUBMISSION = _words(
    r"\b(?:this|the present) (?P<joint>joint )?(?:stakeholders?['’]? |ngo |upr |alternative |"
    r"shadow )?(?:submission|alternative report|"
    r"shadow report)\b"
)
_PLAN = _words(
    r"^\W*(?![^\n]{0,60}\b(?:evaluat|assess|monitor|review|report|comment|analys|implementation|submission|opinion)\w*\b"
    r"[^\n]*\bplan\b)(?:the )?(?:[\w ]{0,40} )?(?:national )?(?:human rights )?(?:action plan|plan of action)\b"
)
_BRIEFING = _words(
    r"\b(?:briefing (?:paper|note|document)|policy brief|briefer|legal brief|policy paper|issue brief)\b"
)
_PRESS = _words(
    r"^\W*(?:joint |media )?(?:press|news|media) (?:release|statement)\b|for immediate release|"
    r"^\W*communiqu[ée](?: de presse)?\W*$|^\W*пресс-релиз"
)
_STATEMENT = _words(
    r"^\W*(?:[\w-]+ ){0,4}statement\b|^\W*(?:joint |public )*(?:open |joint |public )letter\b|^\W*urgent (?:action|"
    r"appeal|alert)\b|^\W*(?:action|public) alert\b|^\W*call to action\b|^\W*заявление|^\W*открытое письмо|"
    r"^\W*déclaration\W*$|^\W*lettre ouverte|^\W*joint (?:call|appeal)\b"
)
_NEWS = _words(r"^\W*(?:news|article|feature|analysis|dispatch(?:es)?|report)\W*$|^\W*(?:by|author:?) \w+ \w+\W*$")
_INTERVIEW = _words(
    r"\b(?:interview|conversation|q ?& ?a)(?: by [\w .’'-]{3,60} for\b| (?:with|by)\b)"
    r"|^\W*(?:interview|feature|reportage|profile)\b"
)
_LONGEST_BYLINE = 140
_THING = r"(?:(?:full|new|joint|annual|final|alternative|present|briefing|detailed|latest|published)\s+)*"
_THING += r"(?:report|briefing(?: paper| note)?|submission|study|publication|paper)\b"
_NOTICE = _words(
    rf"\b(?:the|our|a|this) {_THING}[^.]{{0,90}}?\b(?:has been|have been|was|were|is|are)(?: also| now|"
    rf" jointly)? (?:drafted|prepared|"
    rf"published|released|launched|issued|available|intended|presented|translated|compiled|written)\b|"
    rf"\b(?:described|detailed|"
    rf"set out|presented|found|contained|available) in the {_THING}|\b(?:download|read|access|view|see|"
    rf"consult) (?:the|our) {_THING}|"
    rf"\binformation (?:about|on) (?:the|this) {_THING}|\b(?:the|this) {_THING} (?:includes?|contains?|covers?|"
    rf"provides?|presents?|"
    rf"evaluates?|documents?|examines?|analy[sz]es)\b|\btoday (?:published|released|launched) (?:a|its|"
    rf"their) {_THING}"
)
_DATELINE = re.compile(r"^\W{0,3}\(?[A-Z][\w .,’'/-]{2,60}\)?\s*[-–—:]\s")
_SAID = re.compile(
    r"[”\"»],?\s+(?:said|says|told|added|stated|explained)\b|\b(?:said|says|added):?\s+[“\"«]|"
    r"[”\"»],?\s+[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?\s+(?:said|told|added)\b"
)
_WE = _words(
    r"\b(?:we|the undersigned[\w ,]{0,60}?)(?:, \w+,)?(?: (?:also|strongly|further|therefore|hereby|deeply|thus|"
    r"urgently|once again))* "
    r"(?:welcome|commend|call|urge|express|condemn|denounce|regret|deplore|(?:are|were|"
    r"remain) (?:\w+ )?(?:concerned|alarmed|pleased|"
    r"appalled|shocked|dismayed|worried)|look forward|demand|appreciate|reiterate|stand|support|believe|protest|"
    r"appeal)\b"
)
_RECOMMENDATIONS = _words(r"\brecommendations?\b|\bwe (?:call|recommend|urge)\b")
_UPR_OR_BODY = _words(r"universal periodic review|\bUPR\b|\bcommittee\b|human rights council|periodic report")
_LONGEST_NOTICE = 900  # words


def paper_kind(front: PaperFront) -> Told:
    """The kind of a paper and the sentence that says why; :attr:`Kind.OTHER` where nothing tells."""
    for told in _RULES:
        for kind, reason in told(front):
            return kind, reason
    return Kind.OTHER, "Neither its title nor the way it is written tells what kind of paper it is."


def _called_submission(front: PaperFront) -> Iterator[Told]:
    top = "\n".join((*front.titles, *(title for _, title in front.headings[:1])))
    opening = "\n".join(front.running)[:2_500]
    if match := _JOINT.search(top):
        yield Kind.JOINT_SUBMISSION, f'The title page says "{_said(match)}".'
    own = _THIS_SUBMISSION.search(opening)
    if own and (own["joint"] or _JOINT.search(opening)):
        yield Kind.JOINT_SUBMISSION, f'It speaks of itself as "{_said(own)}", and of being made jointly.'
    if match := _SUBMISSION.search(top):
        yield Kind.SUBMISSION, f'The title page says "{_said(match)}".'
    if own:
        yield Kind.SUBMISSION, f'It speaks of itself as "{_said(own)}".'


def plan_line(front: PaperFront) -> str:
    """The first title line that calls the paper a plan; "" if none does."""
    return next((line for line in front.titles[:3] if _PLAN.search(line)), "")


def _called_plan(front: PaperFront) -> Iterator[Told]:
    if match := _PLAN.search(plan_line(front)):
        yield Kind.NATIONAL_PLAN, f'Its title begins with "{_said(match)}".'


def _notice(front: PaperFront) -> Iterator[Told]:
    """A short text about another paper: it says how that came to be, what it holds or where to find it."""
    words = sum(len(text.split()) for text in front.running)
    text = "\n".join((*front.running, *front.contacts))
    match = _NOTICE.search(text) if words <= _LONGEST_NOTICE and not front.headings[2:] else None
    if match and not _SAID.search(text):
        label = next((label for label in front.labels if _PRESS.search(label)), "")
        but = f' The page labels it "{label}".' if label else ""
        yield Kind.REPORT_NOTICE, f'It is short and tells of another paper: "{_said(match)}".{but}'


def _labelled(front: PaperFront) -> Iterator[Told]:
    for lines, where in ((front.labels, "The page is labelled"), (front.titles, "The title page says")):
        for line in lines:
            for kind, pattern in (
                (Kind.PRESS_RELEASE, _PRESS),
                (Kind.BRIEFING_PAPER, _BRIEFING),
                (Kind.STATEMENT, _STATEMENT),
            ):
                if match := pattern.search(line):
                    yield kind, f'{where} "{_said(match)}".'


def _as_written(front: PaperFront) -> Iterator[Told]:
    text = "\n".join(front.running)
    said, we = _SAID.search(text), _WE.search(text)
    dateline = next((match for text in front.running[:2] if (match := _DATELINE.match(text))), None)
    if dateline and (name := told_by_itself(front)):
        yield (
            Kind.PRESS_RELEASE,
            f'It opens with the dateline "{_said(dateline)}" and is told by {name}, who heads it.',
        )
    if dateline and said:
        yield Kind.PRESS_RELEASE, f'It opens with the dateline "{_said(dateline)}" and quotes what somebody said.'
    if we and not said:
        yield Kind.STATEMENT, f'It speaks in its own name: "{_said(we)}".'


def _as_built(front: PaperFront) -> Iterator[Told]:
    numbered = sum(bool(number) for number, _ in front.headings)
    asks = any(_RECOMMENDATIONS.search(title) for _, title in front.headings)
    if asks and len(front.headings) >= 3 and (numbered >= 3 or front.document.notes):
        if front.titles and _UPR_OR_BODY.search(" ".join(front.titles)):
            yield Kind.SUBMISSION, "Its title names a review, and it is built of sections with recommendations."
        notes = ", with notes" if front.document.notes else ""
        yield (
            Kind.BRIEFING_PAPER,
            f"It has no label; it is built of {len(front.headings)} sections{notes}, one of them recommendations.",
        )


def _news(front: PaperFront) -> Iterator[Told]:
    for label in front.labels:
        if match := _NEWS.search(label):
            yield Kind.NEWS, f'The page is labelled "{_said(match)}".'
    for line in (*front.titles, *front.labels, *(title for _, title in front.headings[:2]), *front.running[:2]):
        if len(line) < _LONGEST_BYLINE and (match := _INTERVIEW.search(line)):
            yield Kind.NEWS, f'A line on top says "{_said(match)}".'
    if _SAID.search("\n".join(front.running)):
        yield Kind.NEWS, "It tells what several people said and does not speak in its own name."


_RULES: tuple[Callable[[PaperFront], Iterator[Told]], ...] = (
    _called_submission,
    _called_plan,
    _notice,
    _labelled,
    _as_written,
    _as_built,
    _news,
)


def _said(match: re.Match[str]) -> str:
    return " ".join(match.group().split()).strip(" -–—:")
