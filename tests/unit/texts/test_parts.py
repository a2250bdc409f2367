"""How many parts a text is billed as."""

import pytest

from twofold.messages.texts.parts import count_parts


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
