"""Renew the fonts and the scripts that the workbench brings along, from their npm packages.

``python tools/vendor.py`` asks ``npm pack`` for each package (whatever registry npm is set up with); ``--from FOLDER``
takes packed packages from a folder instead. Files, licences and a list with checksums land in
``src/onrecord/web/static/vendor``.
"""

import argparse
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

TARGET = Path(__file__).resolve().parents[1] / "src" / "onrecord" / "web" / "static" / "vendor"
LATIN_CYRILLIC = ("latin", "latin-ext", "cyrillic", "cyrillic-ext")


@dataclass(frozen=True, slots=True)
class Package:
    """One npm package: its name, version, licence, our folder for it, and the files we take."""

    name: str
    version: str
    licence: str
    folder: str
    files: tuple[str, ...]


PACKAGES = (
    Package("htmx.org", "4.0.1", "0BSD", "htmx", ("dist/htmx.min.js",)),
    # The smallest of its files that draws SVG and patterns; its licence asks for NOTICE to go with it.
    Package(
        "echarts",
        "6.1.0",
        "Apache-2.0",
        "echarts",
        ("dist/echarts.common.min.js", "NOTICE", "licenses/LICENSE-d3"),
    ),
    Package(
        "@fontsource-variable/source-serif-4",
        "5.3.1",
        "OFL-1.1",
        "source-serif-4",
        tuple(f"files/source-serif-4-{s}-opsz-{style}.woff2" for s in LATIN_CYRILLIC for style in ("normal", "italic")),
    ),
    Package(
        "@fontsource-variable/ibm-plex-sans",
        "5.3.0",
        "OFL-1.1",
        "ibm-plex-sans",
        tuple(f"files/ibm-plex-sans-{subset}-wght-normal.woff2" for subset in LATIN_CYRILLIC),
    ),
    Package(
        "@fontsource-variable/noto-naskh-arabic",
        "5.3.0",
        "OFL-1.1",
        "noto-naskh-arabic",
        ("files/noto-naskh-arabic-arabic-wght-normal.woff2",),
    ),
    Package(
        "@fontsource/ibm-plex-sans-arabic",
        "5.3.0",
        "OFL-1.1",
        "ibm-plex-sans-arabic",
        tuple(f"files/ibm-plex-sans-arabic-arabic-{weight}-normal.woff2" for weight in (400, 500, 600)),
    ),
)
HEAD = """# Files from elsewhere

Taken unchanged from npm packages by `tools/vendor.py`; each folder holds its licence.

| file | package | version | licence | sha256 |
|---|---|---|---|---|
"""


def main() -> None:
    """Pack or find every package, take its files, write the list."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--from", dest="folder", type=Path, help="folder with packed packages (*.tgz)")
    folder = parser.parse_args().folder
    with tempfile.TemporaryDirectory() as scratch:
        rows = [row for package in PACKAGES for row in take(package, folder or Path(scratch), pack=folder is None)]
    (TARGET / "VENDORED.md").write_text(HEAD + "".join(rows), encoding="utf-8")


def take(package: Package, folder: Path, *, pack: bool) -> Iterator[str]:
    """Copy the files of one package and give their lines of the list."""
    if pack:
        subprocess.run(["npm", "pack", "--silent", f"{package.name}@{package.version}"], cwd=folder, check=True)
    packed = folder / f"{package.name.removeprefix('@').replace('/', '-')}-{package.version}.tgz"
    target = TARGET / package.folder
    target.mkdir(parents=True, exist_ok=True)
    with tarfile.open(packed) as bundle:
        for name in (*package.files, "LICENSE"):
            member = bundle.extractfile(f"package/{name}")
            assert member, f"{packed.name} holds no {name}"
            content = member.read()
            (target / Path(name).name).write_bytes(content)
            path = f"{package.folder}/{Path(name).name}"
            cells = (path, package.name, package.version, package.licence, sha256(content).hexdigest())
            yield f"| {' | '.join(cells)} |\n"


if __name__ == "__main__":
    main()
