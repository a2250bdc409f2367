"""Our count, beside the one that a large provider publishes."""

import json
import subprocess
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.unit.texts.drawn import texts
from twofold.messages.texts.alphabet import is_gsm
from twofold.messages.texts.parts import count_parts, measure

CALCULATOR = Path(__file__).with_name("calculator.cjs")
NUMBER = 100_000
SEED = 20261122


class Counted(NamedTuple):
    """A text, ours, and the calculator's: `apart` are its segments where it may cut clusters, too."""

    text: str
    ours: int
    encoding: str
    segments: int
    clustered: bool
    apart: int


@pytest.fixture(scope="module")
def counted() -> list[Counted]:
    drawn = list(texts(NUMBER, SEED))
    calculator = subprocess.Popen(
        ["node", str(CALCULATOR)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    told, _ = calculator.communicate("\n".join(map(json.dumps, drawn)))
    answers = map(json.loads, told.splitlines())
    return [Counted(text, count_parts(text), *answer) for text, answer in zip(drawn, answers, strict=True)]


def test_every_text_has_the_encoding_that_the_calculator_says(counted: list[Counted]):
    assert not [each.text for each in counted if is_gsm(each.text) != (each.encoding == "GSM-7")]


def test_every_text_has_as_many_parts_as_the_calculator_says(
    counted: list[Counted], capsys: pytest.CaptureFixture[str]
):
    """Save for those with clusters, which it keeps whole at the end of a part, letting the text grow.

    3GPP TS 23.038 and 23.040 ask that of an escape pair only, and UTF-16 of a surrogate pair; a phone joins the parts
    before it shows them. Texts with clusters are held against its count without that rule, so that none is left out.
    """
    clustered = [each for each in counted if each.clustered]
    differ = sum(each.segments != each.apart for each in clustered)
    kinds = Counter(each.encoding for each in counted)
    with capsys.disabled():
        print(
            f"\n{len(counted)} texts ({kinds['GSM-7']} GSM-7, {kinds['UCS-2']} UCS-2); {len(clustered)} of them"
        )
        print(f"have clusters, and {differ} of those would take other parts if clusters were kept whole.")
    assert not [
        each.text for each in counted if each.ours != (each.apart if each.clustered else each.segments)
    ]


def test_the_texts_lie_on_both_sides_of_every_border(counted: list[Counted]):
    parts = Counter((each.encoding, each.ours) for each in counted)
    assert min(parts["GSM-7", n] for n in (1, 2, 3)) > 500
    assert min(parts["UCS-2", n] for n in (1, 2, 3, 4)) > 500
    assert sum(measure(each.text).left == 0 for each in counted[:10_000]) > 500
    assert sum(each.clustered for each in counted) < NUMBER // 3


def test_what_is_measured_is_what_is_counted(counted: list[Counted]):
    for each in counted[:10_000]:
        assert measure(each.text).parts == each.ours
        assert measure(each.text).encoding == each.encoding
