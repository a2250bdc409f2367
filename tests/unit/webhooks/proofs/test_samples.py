"""What stands in `events/webhooks/` is what webhooks are told, to the byte, and the official libraries verify it."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
import standardwebhooks
import standardwebhooks.webhooks
import svix.webhooks

from tests.fakes.sample_events import names, read
from tests.fakes.webhook_samples import FOLDER, OF_LEADS, OTHERS, SECRET, body_of, samples

NAMES = names("webhooks")


@pytest.fixture
def then(monkeypatch: pytest.MonkeyPatch):
    """Lets the libraries believe that it is the second of a sample."""

    def is_now(sample: dict[str, Any]) -> None:
        seconds = int(sample["headers"]["webhook-timestamp"])

        class Then(datetime):
            @classmethod
            def now(cls, tz=None):
                return cls.fromtimestamp(seconds, tz or UTC)

        monkeypatch.setattr(standardwebhooks.webhooks, "datetime", Then)

    return is_now


def test_each_main_event_is_there_and_for_leads_with_the_contact_too():
    assert {*NAMES} == {*OF_LEADS, *OTHERS, *(f"{kind}.contact" for kind in OF_LEADS)}


@pytest.mark.parametrize(
    ("name", "made"), [*samples()], ids=lambda told: told if isinstance(told, str) else ""
)
def test_the_sample_is_what_is_told_now(name: str, made: dict[str, Any]):
    """Made anew by `python -m tests.fakes.webhook_samples`."""
    assert json.loads((FOLDER / f"{name}.json").read_text("utf-8")) == made


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "library", [standardwebhooks.Webhook, svix.webhooks.Webhook], ids=["standard", "svix"]
)
def test_the_official_libraries_verify_it_and_nothing_changed_of_it(name: str, library, then):
    sample = read(f"webhooks/{name}")
    then(sample)
    library(SECRET).verify(body_of(sample), sample["headers"])
    with pytest.raises(standardwebhooks.WebhookVerificationError):
        library(SECRET).verify(body_of(sample) + b" ", sample["headers"])


@pytest.mark.parametrize("name", NAMES)
def test_it_is_a_cloud_event_whose_id_is_the_deliverys(name: str):
    sample = read(f"webhooks/{name}")
    body = sample["body"]
    assert (body["specversion"], body["id"]) == ("1.0", sample["headers"]["webhook-id"])
    assert {"source", "type", "subject", "time", "datacontenttype"} <= set(body)
    assert all(attribute.isascii() and attribute.isalnum() and attribute.islower() for attribute in body)


@pytest.mark.parametrize("name", NAMES)
def test_numbers_stand_only_where_the_contact_was_asked_for(name: str):
    contact = "contact" in read(f"webhooks/{name}")["body"]["data"]
    assert contact == name.endswith(".contact")
    assert ("+48601234567" in json.dumps(read(f"webhooks/{name}"))) == contact
