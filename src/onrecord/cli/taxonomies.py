"""``onrecord taxonomies``: taxonomies of one's own, imported from CSV or SKOS."""

import click

from onrecord.cli import words
from onrecord.cli.opening import opened
from onrecord.cli.output import Column, line, print_json, table
from onrecord.cli.verb import archive_argument, json_option, passphrase_option, verb

EXAMPLES = (
    ("Those of an archive", "onrecord taxonomies kaz.onrecord"),
    ("Import one, or a new version of it", "onrecord taxonomies kaz.onrecord --key tools --title Tools tools.csv"),
    ("From SKOS: Turtle, RDF/XML or JSON-LD", "onrecord taxonomies kaz.onrecord --key tools tools.ttl"),
)
COLUMNS = (
    Column("key", whole=True),
    Column("title", takes_rest=True),
    Column("version", right=True, whole=True),
    Column("terms", right=True, whole=True),
)


@verb("taxonomies", EXAMPLES)
@archive_argument
@click.argument("file", required=False)
@click.option("--key", default="", help="Short name of the taxonomy that is imported.")
@click.option("--title", default="", help="Its title.")
@passphrase_option
@json_option
def command(  # one for each option
    archive: str, file: str | None, key: str, title: str, passphrase_file: str | None, as_lines: bool
) -> None:
    """List taxonomies, or import one.

    FILE is CSV with the columns key, parent, name and, if wanted, note and names in other languages (name_fr, name_ru);
    or SKOS as Turtle (.ttl), RDF/XML (.rdf) or JSON-LD (.jsonld). No address that stands in a file is opened. Each
    import that changes something makes a new version; labels that were given with earlier ones stay.
    """
    from onrecord import tasks

    with opened(archive, passphrase_file) as record:
        if file:
            report = tasks.import_taxonomy(record, file, key=key, title=title)
            if as_lines:
                print_json(report)
                return
            one = report.taxonomy
            done = "as it was" if report.unchanged else f"version {one.version}"
            changed = f"{len(report.new)} new, {len(report.gone)} gone"
            line(f"{one.title}: {done}, {words.count(len(one.terms), 'term')}, {changed}.")
            if report.several:
                line(f"Under more than one term, filed under the first: {', '.join(report.several)}.")
            return
        every = tasks.list_taxonomies(record)
    if as_lines:
        for one in every:
            print_json(one)
    else:
        table(COLUMNS, [(one.key, one.title, one.version, len(one.terms)) for one in every])
