"""Make the fonts of written papers: ``python tools/paper_fonts.py``.

The typesetter reads neither WOFF2 nor variable fonts. Noto Naskh Arabic (OFL-1.1, no reserved name) is taken from the
files of the workbench and set to two weights. Latin, Cyrillic and Kazakh letters come from Libertinus Serif, which the
typesetter brings along.
"""

from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

SOURCES = Path(__file__).resolve().parents[1] / "src" / "onrecord"
VARIABLE = SOURCES / "web/static/vendor/noto-naskh-arabic/noto-naskh-arabic-arabic-wght-normal.woff2"
WEIGHTS = {"Regular": 400, "Bold": 700}


def main() -> None:
    """Write one file for each weight."""
    for name, weight in WEIGHTS.items():
        font = instantiateVariableFont(TTFont(VARIABLE), {"wght": weight}, updateFontNames=True)
        font.flavor = None
        font.save(SOURCES / "writing/fonts" / f"NotoNaskhArabic-{name}.ttf")


if __name__ == "__main__":
    main()
