"""How many parts a text is billed as."""

import pytest

from twofold.messages.texts.parts import count_parts, measure


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", 1),
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("€" * 80, 1),
        ("€" * 80 + "a", 2),
        ("^{}[]~\\|€\f" * 8, 1),
        ("^{}[]~\\|€\f" * 9, 2),
        ("ż" * 70, 1),
        ("ż" * 71, 2),
        ("ż" * 134, 2),
        ("ż" * 135, 3),
        ("🍜" * 35, 1),
        ("🍜" * 35 + "a", 2),
        ("a" * 69 + "ż", 1),
        ("a" * 70 + "ż", 2),
        ("Ä@£$ø\n" * 20, 1),
    ],
)
def test_parts_are_counted_as_the_networks_count(text: str, parts: int):
    assert count_parts(text) == parts


def test_an_escape_pair_is_not_split_over_two_parts():
    # 152 + 2 does not fit 153, so the pair moves on and one place stays empty.
    fits = "a" * 151 + "€" + "a" * 153
    assert (len(fits) + 1, count_parts(fits)) == (306, 2)
    split = "a" * 152 + "€" + "a" * 152
    assert (len(split) + 1, count_parts(split)) == (306, 3)


def test_a_surrogate_pair_is_not_split_over_two_parts():
    fits = "ż" * 65 + "🍜" + "ż" * 67
    assert (len(fits) + 1, count_parts(fits)) == (134, 2)
    split = "ż" * 66 + "🍜" + "ż" * 66
    assert (len(split) + 1, count_parts(split)) == (134, 3)


def test_one_character_outside_makes_the_whole_text_dearer():
    assert count_parts("a" * 160) < count_parts("a" * 159 + "ą")


@pytest.mark.parametrize(
    ("text", "encoding", "units", "left"),
    [
        ("", "GSM-7", 0, 160),
        ("a" * 159, "GSM-7", 159, 1),
        ("a" * 160, "GSM-7", 160, 0),
        ("a" * 161, "GSM-7", 161, 145),
        ("€" * 80, "GSM-7", 160, 0),
        ("a\r\nb", "GSM-7", 4, 156),
        ("ż" * 70, "UCS-2", 70, 0),
        ("ż" * 71, "UCS-2", 71, 63),
        ("{ż}", "UCS-2", 3, 67),
        ("🍜", "UCS-2", 2, 68),
        # The place that the pair could not use is lost, and so counts neither as used nor as left.
        ("a" * 152 + "€" + "a" * 10, "GSM-7", 164, 141),
    ],
)
def test_a_measure_says_what_is_used_and_what_is_left(text: str, encoding: str, units: int, left: int):
    measured = measure(text)
    assert (measured.encoding, measured.units, measured.left) == (encoding, units, left)
