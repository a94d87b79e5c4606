"""Help, examples, versions, start-up."""

import shlex
import subprocess
import sys

import click
import pytest

import onrecord
from onrecord.cli import EXAMPLES, VERBS, examples_of, onrecord_command

from .conftest import Call


def command(name: str) -> click.Command:
    found = onrecord_command.get_command(click.Context(onrecord_command), name)
    assert found is not None
    return found


def test_alone_it_shows_its_help_with_every_verb_and_examples(call: Call) -> None:
    said = call()
    assert said.code == 0
    assert said == call("--help")
    assert all(f"  {name} " in said.out for name in VERBS)
    assert all(line in said.out for _, line in EXAMPLES)


@pytest.mark.parametrize("name", VERBS)
def test_every_verb_has_help_with_examples_json_and_a_sentence_that_is_not_cut(call: Call, name: str) -> None:
    said = call(name, "--help")
    assert (said.code, said.err) == (0, "")
    assert "--json" in said.out
    assert examples_of(command(name))
    assert all(f"    {line}" in said.out for _, line in examples_of(command(name)))
    assert not command(name).get_short_help_str().endswith("...")


@pytest.mark.parametrize("name", VERBS)
def test_every_example_is_a_command_line_that_is_understood(name: str) -> None:
    for _, line in examples_of(command(name)):
        words = shlex.split(line.partition("<")[0].partition(">")[0].replace("*.pdf", "a.pdf"))
        assert words[:2] == ["onrecord", name]
        parser = command(name).make_parser(click.Context(command(name)))
        _, left, _ = parser.parse_args(words[2:])
        assert left == []


def test_an_unknown_verb_is_a_usage_error(call: Call) -> None:
    said = call("reed")
    assert (said.code, said.out) == (2, "")
    assert "No such command 'reed'" in said.err


def test_version(call: Call) -> None:
    assert call("--version").out == f"onrecord {onrecord.__version__}\n"


def test_starting_loads_nothing_heavy() -> None:
    program = (
        "import sys; from onrecord.cli import onrecord_command, run; run(onrecord_command, ['--help']);"
        "print([m for m in ('django', 'sqlite3', 'sqlcipher3', 'pypdfium2', 'lxml', 'rich', 'xlsxwriter') "
        "if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n"
