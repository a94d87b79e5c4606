"""The table of extractors names functions that exist."""

import pytest

from onrecord.extraction import by_kind


@pytest.mark.parametrize("name", sorted({name for names in by_kind._EXTRACTORS.values() for name in names}))
def test_every_extractor_of_the_table_loads(name: str) -> None:
    assert callable(by_kind._loaded(name))
