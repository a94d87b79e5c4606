"""``onrecord assess``: what became of a recommendation, as somebody says, on evidence."""

from typing import TYPE_CHECKING, Any

import click

from onrecord.cli import words
from onrecord.cli.opening import opened
from onrecord.cli.output import line, paragraph, print_json
from onrecord.cli.verb import archive_argument, json_option, passphrase_option, verb
from onrecord.writing.json_form import as_json

if TYPE_CHECKING:
    from onrecord.tasks import Archive, Assessed, Assessment, Evidence, StateWord, VoiceOn

EXAMPLES = (
    ("All voices on one recommendation", "onrecord assess kaz.onrecord A/HRC/28/10#124.47"),
    (
        "Say that it is not implemented, on a paragraph of a paper",
        "onrecord assess kaz.onrecord A/HRC/28/10#124.47 --level not --by ourselves --who Ilva "
        '--reason "Journalists are charged." --evidence "statement.txt, para. 4"',
    ),
    (
        "What an NGO says, with its source",
        'onrecord assess kaz.onrecord A/HRC/28/10#124.47 --level partially --by "NGO: Selm Watch" --who Ilva '
        '--date 2016-06 --evidence "Selm Watch, Annual report 2016, p. 7"',
    ),
    (
        "A grade of the Human Rights Committee",
        "onrecord assess kaz.onrecord CCPR/C/KAZ/CO/2#12 --scale human-rights-committee --level B "
        '--by "UN body: Human Rights Committee" --who Ilva --evidence "Letter of 3 May 2018"',
    ),
    ("UPR Info's index, with its weakness", "onrecord assess kaz.onrecord A/HRC/28/10#124.47 --index"),
    ("Take all assessments to another archive", "onrecord assess kaz.onrecord --export voices.jsonl"),
)


@verb("assess", EXAMPLES)
@archive_argument
@click.argument("target", required=False, default="", metavar="[ID]")
@click.option("--level", default="", help="fully, partially, not, contrary or none; or a level of --scale.")
@click.option("--scale", default="implementation", show_default=True, help="Also: upr-info, human-rights-committee …")
@click.option("--by", default="", metavar="KIND[:NAME]", help="State, national institution, NGO, UN body or ourselves.")
@click.option("--who", default="", metavar="NAME", help="Who puts it on record.")
@click.option("--date", default="", help="The day on which it was said, as 2016-06-23 or 2016; default: today.")
@click.option("--reason", default="", help="Why.")
@click.option(
    "--evidence",
    multiple=True,
    help='Several times: a claim\'s id, SYMBOL#NUMBER, "PAPER, para. 7", PAPER:START-END, or a source outside.',
)
@click.option("--withdraw", default="", metavar="ASSESSMENT", help="Take back the one of this id; it stays readable.")
@click.option("--index", "with_index", is_flag=True, help="Add UPR Info's index, an average, and its weakness.")
@click.option("--export", "export_to", default="", metavar="FILE", help="Write all assessments to a new file.")
@click.option("--import", "import_from", default="", metavar="FILE", help="Take over the assessments of a file.")
@passphrase_option
@json_option
def command(
    archive: str,
    *,
    target: str,
    passphrase_file: str | None,
    as_lines: bool,
    **asked: Any,  # noqa: ANN401  # options
) -> None:
    """Say or see what became of it.

    ID is a recommendation (A/HRC/28/10#124.47), a committee's recommendation (CCPR/C/KAZ/CO/2#12), a goal of a plan
    (goal-…, as `onrecord progress` lists them), or a claim that tells a promise. Voices stand side by side; old ones
    stay; without evidence the level is none. What the State itself says stands apart and is no level.
    """
    with opened(archive, passphrase_file) as record:
        if asked["export_to"] or asked["import_from"]:
            _carry(record, asked["export_to"], asked["import_from"], as_lines)
            return
        if not target:
            raise click.UsageError("Say which recommendation: onrecord assess ARCHIVE SYMBOL#NUMBER")
        if asked["withdraw"]:
            _withdraw(record, asked)
        elif asked["level"]:
            _assess(record, target, asked)
        elif asked["by"] or asked["evidence"]:
            raise click.UsageError("Say --level, too: fully, partially, not, contrary or none.")
        _show(record, target, asked["with_index"], as_lines)


def _assess(archive: "Archive", target: str, asked: dict[str, Any]) -> None:
    from onrecord import tasks

    kind, _, name = asked["by"].partition(":")
    if not kind.strip():
        raise click.UsageError("Say who assesses: --by ourselves, or --by “NGO: Selm Watch”.")
    chosen = {key: asked[key] for key in ("scale", "date", "evidence")}
    said = tasks.NewAssessment(asked["level"], kind.strip(), name.strip(), asked["reason"], **chosen)
    tasks.assess(archive, target, said, who=asked["who"])


def _withdraw(archive: "Archive", asked: dict[str, Any]) -> None:
    from onrecord import tasks

    tasks.withdraw_assessment(archive, asked["withdraw"], who=asked["who"], reason=asked["reason"])


def _carry(archive: "Archive", export_to: str, import_from: str, as_lines: bool) -> None:
    from onrecord import tasks

    if import_from:
        done = tasks.import_assessments(archive, import_from)
        if as_lines:
            print_json(done)
        else:
            line(f"{import_from}: {words.count(done.added, 'assessment')} added, {done.known} known.")
            for target in done.waiting:
                line(f"  {target} is not in this archive (yet); its assessments wait.")
    if export_to:
        count = tasks.export_assessments(archive, export_to)
        if as_lines:
            print_json({"file": export_to, "assessments": count})
        else:
            line(f"{export_to}: {words.count(count, 'assessment')}.")


def _show(archive: "Archive", target: str, with_index: bool, as_lines: bool) -> None:
    from onrecord import tasks

    found = tasks.assessments_of(archive, target, with_index=with_index)
    if not found.history:
        tasks.require_target(archive, target)
    if as_lines:
        print_json(as_json(found))
    else:
        _print(found)


def _print(found: "Assessed") -> None:
    paragraph(found.target, bold=True)
    for word in found.state_words:
        _print_state(word)
    for voice in found.voices:
        _print_voice(voice)
    if not found.voices:
        paragraph("Nobody has assessed it.", indent=2)
    gone = [one for one in found.history if not one.stands]
    if gone:
        paragraph(f"{words.count(len(gone), 'assessment')} withdrawn; --json shows them.", indent=2)
    if found.index:
        line()
        paragraph(f"UPR Info's index: {found.index.value:.2f}, read as {found.index.reads_as}.", indent=2)
        paragraph(found.index.told, indent=2)


def _print_state(word: "StateWord") -> None:
    when = f", {words.date(word.date)}" if word.date else ""
    paragraph(f"The State says ({word.source}{when}): {word.says}", indent=2)
    paragraph(f"“{word.words}”", indent=4)
    paragraph(words.place(word.place), indent=4)


def _print_voice(voice: "VoiceOn") -> None:
    _print_one(voice.last)
    for older in voice.before:
        paragraph(f"before: {words.date(older.date)}, {level_in_words(older)}", indent=4)


def level_in_words(one: "Assessment") -> str:
    """ "partially implemented"; the level itself where this version does not know its scale."""
    from onrecord.vocabulary import scales

    level = scales.level(one.scale, one.level)
    return level.name if level else one.level


def _print_one(one: "Assessment") -> None:
    paragraph(f"{one.assessor}, {one.name}, {words.date(one.date)}: {level_in_words(one)}", indent=2)
    if one.reasons:
        paragraph(one.reasons, indent=4)
    for evidence in one.evidence:
        paragraph(_evidence(evidence), indent=4)
    paragraph(f"put on record by {one.who}, {one.when[:10]} ({one.id})", indent=4)


def _evidence(evidence: "Evidence") -> str:
    if evidence.place is None:
        return f"source: {evidence.text}"
    return f"“{evidence.text}” {words.place(evidence.place, evidence.name)}"
