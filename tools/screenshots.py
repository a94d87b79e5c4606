"""Pictures of the workbench, made from the bundled example: for the README, and to look at every page.

``python tools/screenshots.py`` writes ``docs/workbench.png``; ``--all FOLDER`` writes every page, light, dark, narrow
and in Arabic. Needs Debian's chromium.
"""

import argparse
import os
import shutil
import tempfile
import threading
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from onrecord.web import serving

ROOT = Path(__file__).resolve().parents[1]
SHOWN = "/recommendations/A/HRC/52/97/52.3/?at=h3"
PAGES = {
    "home": "/",
    "reviews": "/reviews/",
    "review": "/reviews/XAV/4/",
    "recommendations": "/recommendations/",
    "recommendation": SHOWN,
    "queue": "/queue/?kind=rule",
    "papers": "/papers/",
    "search": "/search/?q=counsel+OR+lawyer*",
    "states": "/states/",
    "state": "/states/FRA/",
    "add": "/add/",
    "claims": "/claims/?state=XAV",
    "conflicts": "/conflicts/",
    "copies": "/copies/",
    "sources": "/sources/",
    "proposals": "/proposals/",
    "chronology": "/chronology/?state=XAV",
    "people": "/people/",
    "person": "/names/person:viktor-selianov/",
    "law": "/names/law:XAV:criminal-code:214/",
    "law-register": "/laws/register/",
    "registered-law": "/laws/register/law:XAV:criminal-code/",
    "names": "/names/",
    "voices": "/recommendations/A/HRC/52/97/49.6/",
    "progress": "/progress/XAV/",
    "promises": "/progress/XAV/promises",
    "contradictions": "/contradictions/",
    "subjects": "/subjects/",
    "labels": "/labels/",
    "links": "/links/?state=XAV",
    "asked-again": "/links/A/HRC/52/97/51.11/",
    "champions": "/links/champions/?subject=defamation&state=XAV",
    "written": "/written/",
    "wording": "/wording/",
}
EXAMPLES = ("arvenia/papers", "arvenia-ngos/papers", "arvenia-since", "lower-selm/papers")
WAYS: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "390": {"viewport": {"width": 390, "height": 844}},
    "ar": {"language": "ar"},
}


def main() -> None:
    """Make an archive of the example, serve it, take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", dest="folder", type=Path, help="folder for pictures of every page")
    folder = parser.parse_args().folder
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # playwright keeps a loop of its own running
    serving.prepare()
    from onrecord.tasks import add_documents, open_archive

    scratch = Path(tempfile.mkdtemp())
    with open_archive(scratch / "arvenia.onrecord", passphrase="", create=True) as archive:
        add_documents(archive, [ROOT / "examples" / name for name in EXAMPLES])
        with serving.running(archive) as server:
            threading.Thread(target=server.until_stopped, daemon=True).start()
            take_all(server.link, folder)
            server.stop()
    shutil.rmtree(scratch)


def take_all(link: str, folder: Path | None) -> None:
    """The picture for the README, and all others if a folder is given."""
    base = link.partition("/enter")[0]
    with sync_playwright() as play:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
        browser = play.chromium.launch(
            executable_path=shutil.which("chromium") or shutil.which("chromium-headless-shell"), args=flags
        )
        with browser.new_context() as context:
            page = context.new_page()
            page.goto(link)
            page.wait_for_url(f"{base}/")
            state = context.storage_state()
        take(browser, state, base + SHOWN, ROOT / "docs" / "workbench.png")
        if folder:
            folder.mkdir(parents=True, exist_ok=True)
            for name, path in PAGES.items():
                for way, options in WAYS.items():
                    take(browser, state, base + path, folder / f"{name}.{way}.png", **options)
        browser.close()


def take(browser: Browser, state: Any, address: str, target: Path, **options: Any) -> None:  # noqa: ANN401  playwright's
    """One picture."""
    language = options.pop("language", "en")
    size = options.pop("viewport", {"width": 1280, "height": 900})
    with browser.new_context(storage_state=state, viewport=size, **options) as context:
        context.add_cookies([{"name": "onrecord-language", "value": language, "url": address}])
        page = context.new_page()
        page.goto(address)
        page.wait_for_load_state("networkidle")
        page.evaluate("document.fonts.ready")
        page.wait_for_timeout(300)
        page.screenshot(path=str(target))


if __name__ == "__main__":
    main()
