"""Two addresses of one page are one source."""

from onrecord.vocabulary.addresses import address_key


def test_one_address_is_one_source() -> None:
    same = {
        address_key(url)
        for url in ("<http://www.Example.org/a/>", "https://example.org/a?utm_source=x", "example.org/a#top")
    }
    assert len(same) == 1
    assert address_key("https://example.org/b") not in same
