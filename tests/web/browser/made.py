"""Papers that the browser tests add to the example. Upper Selm does not exist."""

from pathlib import Path

REPORT = "A/HRC/53/98"
# Ten lines of which a careful reader would ask who said them, and some that are plain.
UNCLEAR = f"""United Nations	{REPORT}
General Assembly	Distr.: General
	3 April 2023
Original: English

Human Rights Council
Fifty-third session
19 June–14 July 2023
Agenda item 6
Universal periodic review

Report of the Working Group on the Universal Periodic Review

Upper Selm

Introduction

1. The Working Group on the Universal Periodic Review held its forty-second session from 23 January to 3 February \
2023. The review of Upper Selm was held at the 3rd meeting, on 24 January 2023. At its 10th meeting, held on \
27 January 2023, the Working Group adopted the report on Upper Selm.

II. Conclusions and/or recommendations

6. The recommendations listed below enjoy the support of Upper Selm:

6.1 Open the salt road to nurses in winter (Freedonia);

6.2 Give every ferry a place for wheelchairs (Ruritania);

6.3 Let villages vote on new quarries (Grand Fenwick);

6.4 Print school-books in both languages (Zembla);

6.5 Pay midwives in the hill districts by the month;

6.6 Hear fishers before a harbour is closed;

6.7 Allow visits to prisons on Sundays (Sylvania);

6.8 Mark the fords of the upper river (Osterlich);

6.9 Keep the night train to the coast (Bandrika);

6.10 Train interpreters for the courts (France).

7. The following recommendations will be examined by Upper Selm, which will respond in due time, but no later than the \
fifty-third session of the Human Rights Council:

7.1 Lower the fee for a passport (Chile);

7.2 Build a second bridge for people on foot.
"""
RUSSIAN = """Записка о положении детей в Арвении

1. Каждый ребёнок, рождённый в горных районах, получает свидетельство без пошлины.

2. Учёт ведёт школа; её директор отвечает за него сам.
"""


def made(folder: Path) -> list[Path]:
    """Write these papers into a folder."""
    unclear, russian = folder / "upper-selm.txt", folder / "записка.txt"
    unclear.write_text(UNCLEAR, encoding="utf-8")
    russian.write_text(RUSSIAN, encoding="utf-8")
    return [unclear, russian]


def notes(folder: Path, count: int) -> list[Path]:
    """Write many small papers, each with words of its own, into a new folder that gives them their name."""
    folder.mkdir(parents=True)
    for number in range(1, count + 1):
        words = f"Note {number} of the {folder.name}\n\n1. In village {number} the well gives water again.\n"
        (folder / f"{folder.name}-{number}.txt").write_text(words, encoding="utf-8")
    return sorted(folder.iterdir())
