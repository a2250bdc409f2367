"""Short links: drawn, read as people type them, and written for a code and for people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.samples import SITE
from twofold.assets.links import ALPHABET, LENGTH, draw_slug, is_referral, printed, read_slug, readable


def test_slugs_are_short_told_apart_and_never_misread():
    slugs = {draw_slug() for _ in range(500)}
    assert len(slugs) == 500
    assert {len(slug) for slug in slugs} == {LENGTH}
    assert not set("0O1I") & set("".join(slugs))
    assert all(read_slug(slug.lower()) == slug for slug in slugs)


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("4f7k2m", "4F7K2M"),
        ("AB", "AB"),
        ("ABCDEFGH", "ABCDEFGH"),
        ("rabcdefghjkl", "RABCDEFGHJKL"),
        ("A", None),
        ("ABCDEFGHJ", None),
        ("SED279vd3", None),
        ("ABCDEFGHJKLM", None),
        ("RABCDEFGHJK", None),
        ("RABCDEFGHJKLM", None),
        ("O0", None),
        ("AB CD", None),
        ("ÄB", None),
        ("ßß", None),
        ("ab\n", None),
        ("", None),
    ],
)
def test_a_slug_is_read_as_people_type_it(typed: str, slug: str | None):
    assert read_slug(typed) == slug


@given(st.text(max_size=20))
def test_whatever_is_typed_is_a_slug_or_none(typed: str):
    slug = read_slug(typed)
    assert slug is None or (set(slug) <= set(ALPHABET) and len(slug) == len(typed))


def test_in_print_it_stands_in_upper_case_and_below_it_to_be_typed():
    assert printed("https://go.brand.example", "4F7K2M") == "HTTPS://GO.BRAND.EXAMPLE/4F7K2M"
    assert readable(SITE, "4F7K2M") == "twofold.example/4F7K2M"


@pytest.mark.parametrize(
    ("typed", "a_lead_s"), [("4f7k2m", False), ("RABCDE", False), ("rabcdefghjkl", True)]
)
def test_the_shape_of_a_slug_tells_whose_it_is(typed: str, a_lead_s: bool):
    assert is_referral(read_slug(typed) or "") is a_lead_s
