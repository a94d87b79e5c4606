"""A bounded, coverage-guided fuzzing run on the parsers of numbers, ranges, names of States and symbols.

    python benchmarks/fuzz.py [--runs 200000]

Ends with 0 if nothing raised. Each run feeds one made-up text to every parser.
"""

import argparse
import sys

import atheris

with atheris.instrument_imports(include=["onrecord.extraction", "onrecord.vocabulary", "onrecord.reading.numbering"]):
    from onrecord.extraction.asks import split_asks
    from onrecord.extraction.chapeau import read_chapeau
    from onrecord.extraction.numbers import find_lists
    from onrecord.extraction.references import references
    from onrecord.extraction.states_named import split_names, state_brackets
    from onrecord.reading.numbering import leading_number
    from onrecord.vocabulary import mentions, states, symbols


def parse(data: bytes) -> None:
    """Feed one text to every parser; what they give is not looked at, only that they end."""
    text = atheris.FuzzedDataProvider(data).ConsumeUnicodeNoSurrogates(400)
    leading_number(text)
    find_lists(text)
    references("recommendations in paragraphs " + text)
    split_asks(text, state_brackets(text))
    split_names(text)
    read_chapeau(text)
    states.find(text)
    states.suggest(text[:60])
    mentions.find_in(text)
    symbols.parse(text)
    symbols.find_all(text)


def main() -> None:
    """Run; atheris ends the process, with 0 where nothing raised."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=200_000)
    options = parser.parse_args()
    atheris.Setup([sys.argv[0], f"-runs={options.runs}", "-max_len=400", "-timeout=10", "-verbosity=0"], parse)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
