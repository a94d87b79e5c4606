"""Markdown to other forms, by pandoc (a program of its own, GPL, that comes inside the package pypandoc-binary).

Words of a paper are data: pandoc runs in its sandbox, raw HTML, TeX and mathematics are off, pictures become their
words, and addresses other than of the web and of mail are taken out.
"""

import json
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from onrecord.errors import RunError

_OFF = (
    *("raw_html", "raw_tex", "raw_attribute", "tex_math_dollars", "citations", "smart", "yaml_metadata_block"),
    *("pandoc_title_block", "example_lists", "header_attributes", "link_attributes", "fenced_code_attributes"),
    *("inline_code_attributes", "native_divs", "native_spans", "bracketed_spans", "fenced_divs", "implicit_figures"),
    *("inline_notes", "mmd_title_block", "latex_macros", "auto_identifiers"),
)
FORM = "markdown" + "".join(f"-{name}" for name in _OFF if name != "mmd_title_block")
_SECONDS = 60
_ADDRESSES = ("https://", "http://", "mailto:", "#")
Tree = Any  # pandoc's own form of a text, as JSON


def tree_of(markdown: str) -> Tree:
    """The text as pandoc understands it, made harmless.

    Raises:
        RunError: pandoc gives up.
    """
    try:
        tree = json.loads(_pandoc("-f", FORM, "-t", "json", text=markdown))
        tree["blocks"] = _levelled(_safe(tree["blocks"]))
    except RecursionError as error:
        raise RunError(
            "The text has marks inside marks, hundreds deep.", advice="Look for a line of many > or brackets."
        ) from error
    return tree


def converted(tree: Tree, form: str) -> str:
    """The text in a form that is text itself: "html5", "typst", "plain"."""
    return _pandoc("-f", "json", "-t", form, "--wrap=none", text=json.dumps(tree)).decode("utf-8")


def docx_of(tree: Tree, *, reference: bytes) -> bytes:
    """The text as a Word file with the styles of ``reference``."""
    with TemporaryDirectory() as folder:
        styles = Path(folder, "styles.docx")
        styles.write_bytes(reference)
        given = ("-f", "json", "-t", "docx", f"--reference-doc={styles}", "-o", "-")
        return _pandoc(*given, text=json.dumps(tree))


def default_styles() -> bytes:
    """The Word file from which pandoc takes its styles."""
    return _pandoc("--print-default-data-file", "reference.docx", text="")


def _pandoc(*given: str, text: str) -> bytes:
    """What pandoc writes; it sees no file but those that are named, and is stopped where it takes too long."""
    import pypandoc

    command = [pypandoc.get_pandoc_path(), "--sandbox", *given]
    try:
        done = subprocess.run(command, input=text.encode("utf-8", "replace"), capture_output=True, timeout=_SECONDS)
    except subprocess.TimeoutExpired as error:
        raise RunError(
            f"The text was not understood within {_SECONDS} seconds.", advice="Look for many brackets without an end."
        ) from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        raise RunError(f"Pandoc cannot write this paper: {said[:200]}", advice="Look at the paper's Markdown.")
    return done.stdout


def with_meta(tree: Tree, **values: str) -> Tree:
    """The same text with a title, a language, a direction …"""
    meta = {name: {"t": "MetaString", "c": value} for name, value in values.items() if value}
    return {**tree, "meta": meta}


def _levelled(blocks: list[Tree]) -> list[Tree]:
    """Headings below the paper's title, none of them a step too deep: readers for the blind go by these levels."""
    before = 1
    for block in blocks:
        if block["t"] == "Header":
            before = block["c"][0] = max(2, min(block["c"][0], before + 1))
    return blocks


def _safe(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, list):
        return [_safe(part) for part in value]
    if not isinstance(value, dict):
        return value
    kind = value.get("t")
    if kind == "Image":
        return {"t": "Emph", "c": _safe(value["c"][1])}
    if kind in ("RawInline", "RawBlock", "Math"):
        return {"t": "Str", "c": ""} if kind != "RawBlock" else {"t": "Null"}
    if kind == "Link" and not value["c"][2][0].lower().startswith(_ADDRESSES):
        return {"t": "Emph", "c": _safe(value["c"][1])}
    return {name: _safe(part) for name, part in value.items()}
