import pytest

from desktop.wording.attachments import size_text


@pytest.mark.parametrize(
    ("size", "told"),
    [
        (1, "1 bytes"),
        (999, "999 bytes"),
        (1000, "1.0 kB"),
        (64_000, "64 kB"),
        (1_449_000, "1.4 MB"),
        (2 * 10**8, "200 MB"),
    ],
)
def test_sizes_are_told_as_people_read_them(size, told):
    assert size_text(size) == told
