"""A keyword is one plain word, found however phones and people dress it up."""

import pytest

from twofold.messages.replies.keyword import keyword_fault, keyword_in


@pytest.mark.parametrize(
    "body",
    [
        "BUFFET",
        "buffet",
        " Buffet! ",
        "“BUFFET”",
        "#buffet",
        "BUFFET please",
        "ＢＵＦＦＥＴ",
        "BUF\u200bFET",
        "'buffet'.",
    ],
)
def test_the_word_is_found_as_people_type_it(body: str):
    assert keyword_in(body) == "BUFFET"


@pytest.mark.parametrize("body", ["", "!", "is the buffet open", "B", "X" * 200, "обед", "two words"])
def test_more_words_or_none_are_no_keyword(body: str):
    assert keyword_in(body) is None


@pytest.mark.parametrize(
    "word", ["STOP", "HELP", "START", "Y", "YES", "CANCEL", "summer", "20 OFF", "A\r\nB", "“PIZZA”"]
)
def test_what_means_something_already_or_cannot_be_typed_is_refused(word: str):
    assert keyword_fault(word)


def test_a_plain_word_may_be_one():
    assert keyword_fault("BUFFET") is None
    assert keyword_fault("PIZZA20") is None
