"""Bodies are measured first: too large a one is refused before it is read."""

import base64
import json
import time

import pytest

from twofold.contracts.errors import DomainError, NotJson, TooLarge
from twofold.contracts.payloads.leads import LookupRequest
from twofold.entrypoints.bodies import parse, raw_body

LIMIT = 16 * 1024


class TestSize:
    def test_a_body_of_exactly_the_limit_is_read(self):
        assert len(raw_body("x" * LIMIT, base64_encoded=False, limit=LIMIT)) == LIMIT

    @pytest.mark.parametrize("text", ["x" * (LIMIT + 1), "ż" * (LIMIT // 2 + 1), "x" * 1024 * 1024])
    def test_a_larger_one_is_not(self, text: str):
        with pytest.raises(TooLarge):
            raw_body(text, base64_encoded=False, limit=LIMIT)

    def test_what_is_wrapped_is_measured_unwrapped(self):
        fits, over = (base64.b64encode(b"x" * n).decode() for n in (LIMIT, LIMIT + 1))
        assert len(raw_body(fits, base64_encoded=True, limit=LIMIT)) == LIMIT
        with pytest.raises(TooLarge):
            raw_body(over, base64_encoded=True, limit=LIMIT)

    @pytest.mark.parametrize("text", ["a", "????", "żółć", "YQ==\n!"])
    def test_what_cannot_be_unwrapped_is_not_json(self, text: str):
        with pytest.raises(NotJson):
            raw_body(text, base64_encoded=True, limit=LIMIT)

    def test_no_body_is_an_empty_one(self):
        assert raw_body(None, base64_encoded=False, limit=LIMIT) == b""

    @pytest.mark.parametrize(
        "raw",
        [
            json.dumps({f"k{n}": 0 for n in range(75_000)}).encode(),
            b'{"phones":[' + b'"+48601234567",' * 65_000 + b'""]}',
            b'{"phones":"' + b"\\u0041" * 170_000 + b'"}',
        ],
        ids=["many fields", "many entries", "many escapes"],
    )
    def test_a_megabyte_of_nonsense_is_refused_in_no_time(self, raw: bytes):
        assert 900_000 < len(raw) <= 1024 * 1024
        began = time.process_time()
        with pytest.raises(DomainError):
            parse(raw, LookupRequest)
        assert time.process_time() - began < 1
