"""A finished paper as one HTML file that loads nothing and runs nothing."""

import re
from base64 import b64encode
from hashlib import sha256
from html import escape

from onrecord.vocabulary import paper_words as words
from onrecord.writing.assembled import assemble
from onrecord.writing.finished import Finished
from onrecord.writing.paper_pandoc import converted, tree_of

STYLE = """
body{margin:0 auto;padding:2rem 1.25rem 4rem;max-width:42rem;font:1.125rem/1.6 Georgia,"Times New Roman",serif;
color:#171b1f;background:#fff}
h1{font-size:2rem;line-height:1.2}h2{font-size:1.35rem;margin-top:2.2em}h3{font-size:1.15rem}
.under{color:#42494f;font-size:1rem}a{color:#1c4e8f}
table{border-collapse:collapse;width:100%;font-size:.95rem}th,td{text-align:start;vertical-align:top;
padding:.4rem .6rem .4rem 0;border-bottom:1px solid #c9cdca}
.footnotes{font-size:.95rem}:lang(ar){line-height:1.9}
@media (prefers-color-scheme:dark){body{background:#1a1e22;color:#e8e6e0}a{color:#93bbf2}.under{color:#bcc2c6}}
@media print{body{max-width:none;padding:0}}
"""
_WIDTHS = re.compile(r"<colgroup>.*?</colgroup>\s*", re.DOTALL)
_STYLED = re.compile(r'\s(?:style|width)="[^"]*"')


def paper_html(paper: Finished) -> bytes:
    """The paper as one file: notes at the end, linked both ways, under a policy that lets nothing in.

    Raises:
        UnreadablePaper: the text cannot be understood or a note leads nowhere.
    """
    body = html_body(assemble(paper).markdown, paper.language)
    rtl = paper.language in words.RIGHT_TO_LEFT
    digest = b64encode(sha256(STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    under = [words.listed(paper.authors, paper.language), paper.subtitle]
    lines = "".join(f'<p class="under">{escape(line)}</p>\n' for line in under if line)
    return (
        f'<!doctype html>\n<html lang="{paper.language}" dir="{"rtl" if rtl else "ltr"}">\n<head>\n'
        f'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        f"<title>{escape(paper.title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{escape(paper.title)}</h1>\n{lines}{body}\n</main>\n</body>\n</html>\n"
    ).encode()


def html_body(markdown: str, language: str) -> str:
    """Markdown as HTML without styles of its own; the notes have a heading."""
    body = _STYLED.sub("", _WIDTHS.sub("", converted(tree_of(markdown), "html5")))
    heading = f"<h2>{escape(words.say('notes', language))}</h2>"
    body = re.sub(r'(<section id="footnotes"[^>]*>)\s*<hr />', rf"\1{heading}", body)
    return body.replace('role="doc-endnotes"', f'role="doc-endnotes" aria-label="{words.say("notes", language)}"')
