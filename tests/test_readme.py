"""The README's commands do what it says."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def run(*command: str) -> str:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """What ``make demo`` left and printed; its archive lies aside so that no other one is touched."""
    archive = tmp_path_factory.mktemp("demo") / "demo-archive.onrecord"
    return archive, run("make", "--silent", "demo", f"DEMO={archive}")


def test_two_commands_stand_at_the_top() -> None:
    assert README.split("```")[1].strip().splitlines() == ["make demo", "make test"]


def test_the_demo_puts_the_example_on_record(demo: tuple[Path, str]) -> None:
    _, printed = demo
    assert "11 documents added." in printed
    assert re.search(r"Arvenia\s+4\s+A/HRC/52/97\s+7\s+41\s+61\s+30\s+11\s+0\s+1", printed)
    assert re.search(r"52\.3\s+Austria, Mexico", printed)


def test_what_the_readme_shows_is_what_is_printed(demo: tuple[Path, str]) -> None:
    archive, _ = demo
    shown = README.split('52.3"\n```\n```\n')[1].split("\n```")[0]
    printed = run(str(ROOT / ".venv/bin/onrecord"), "show", str(archive), "A/HRC/52/97#52.3")
    assert shown in printed


def test_python_in_the_readme_runs() -> None:
    code = README.split("```python\n")[1].split("```")[0]
    printed = run(str(ROOT / ".venv/bin/python"), "-c", code)
    assert "52.3 ('AUT', 'MEX') noted 7 Record on video" in printed


def test_ci_runs_the_test_command_of_the_readme() -> None:
    assert re.search(r"^make test$", (ROOT / ".ci/run").read_text(), re.M)
    assert "pytest" in run("make", "--dry-run", "test")


def test_pictures_and_links_are_there() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / target).exists(), target
