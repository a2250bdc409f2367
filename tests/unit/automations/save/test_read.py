"""An automation as a marketer writes it: every slip is told with its path, in words that they know."""

import json
from typing import Any

import msgspec
import msgspec.inspect
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.samples import BUFFET
from twofold.automations.check.automation import check
from twofold.automations.definition.automation import Automation, Daily, On
from twofold.automations.definition.conditions import Condition
from twofold.automations.definition.steps import IssueCode, Notify, Send, Tag, Until, Wait
from twofold.automations.presets import presets
from twofold.automations.saving.read import Draft, read_automation, write_automation
from twofold.campaigns.offer import Offer
from twofold.contracts.errors import InvalidRequest

HALF = chr(0xD800)
"""Half of a character: JSON can spell it, and nothing can store it."""

REMINDER: dict[str, Any] = {
    "name": "Reminder",
    "trigger": {"on": "event", "event": "code.issued"},
    "steps": [{"do": "wait", "days": 7}, {"do": "send", "id": "day-7", "template": "reminder"}],
}


def read(content: Any, automation_id: str | None = "reminder") -> Draft:
    return read_automation(json.dumps(content).encode(), campaign_id="buffet-20", automation_id=automation_id)


def fields_of(kind: type) -> tuple[msgspec.inspect.Field, ...]:
    described = msgspec.inspect.type_info(kind)
    assert isinstance(described, msgspec.inspect.StructType | msgspec.inspect.DataclassType)
    return described.fields


def unread(**changes: Any) -> tuple[str, ...]:
    return read({**REMINDER, **changes}).unread


@pytest.mark.parametrize("preset", presets("buffet-20"), ids=lambda preset: preset.automation_id)
def test_what_is_written_is_read_as_the_same(preset: Automation):
    draft = read_automation(write_automation(preset), campaign_id="buffet-20")
    assert draft.unread == ()
    assert draft.based_on == 1
    assert msgspec.structs.replace(draft.automation, preset=preset.preset) == preset


def test_a_file_need_not_say_whose_it_is_and_may_begin_with_a_mark_of_its_encoding():
    content = b"\xef\xbb\xbf" + json.dumps(REMINDER).encode()
    draft = read_automation(content, campaign_id="buffet-20", automation_id="reminder")
    assert (draft.automation.campaign_id, draft.automation.automation_id) == ("buffet-20", "reminder")
    assert isinstance(draft.automation.trigger, On)
    assert draft.automation.steps[0] == Wait(days=7)
    assert (draft.unread, draft.based_on, draft.says_on) == ((), None, False)


def test_what_a_file_says_of_itself_beyond_its_version_is_not_believed():
    draft = read({**REMINDER, "version": 4, "moved_to": 4, "preset": "welcome", "on": False})
    assert (draft.based_on, draft.says_on, draft.automation.on) == (4, True, False)
    assert (draft.automation.version, draft.automation.moved_to, draft.automation.preset) == (1, 0, None)


def test_the_file_of_another_is_not_taken_for_this_one():
    assert unread(automation_id="cart") == ("automation_id: this is cart; reminder was asked for.",)
    assert unread(campaign_id="spa-10") == ("campaign_id: this is spa-10; buffet-20 was asked for.",)


def test_who_names_none_is_asked_for_an_id():
    assert read(REMINDER, None).unread == ("automation_id: this is missing.",)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"colr": 1}, "colr: there is no such field"),
        ({"nme": "x"}, "nme: there is no such field; did you mean name?"),
        ({"name": 5}, "name: this is a text in quotation marks, not 5."),
        ({"name": HALF}, 'name: this is a text in quotation marks, not "?".'),
        ({"on": HALF}, 'on: this is true or false, not "?".'),
        ({"on": "yes"}, 'on: this is true or false, not "yes".'),
        ({"holdout": "5"}, 'holdout: this is a whole number, such as 30, not "5".'),
        ({"holdout": 2.5}, "holdout: this is a whole number, such as 30, not 2.5."),
        ({"holdout": True}, "holdout: this is a whole number, such as 30, not true."),
        ({"daily_most": 10**30}, "daily_most: this is a whole number, such as 30, not 1000"),
        ({"trigger": "code.issued"}, 'trigger: this is an object in { }, not "code.issued".'),
        ({"trigger": {}}, "trigger.on: this is missing; it is one of event, daily."),
        ({"trigger": {"on": "evnt"}}, 'trigger.on: this is one of event, daily, not "evnt".'),
        ({"trigger": {"on": ["event"]}}, 'trigger.on: this is one of event, daily, not ["event"].'),
        ({"trigger": {"on": "event"}}, "trigger.event: this is missing."),
        (
            {"trigger": {"on": "daily", "days": 3}},
            "trigger.days: there is no such field.",
        ),
        ({"steps": {}}, "steps: this is a list in [ ], not {}."),
        ({"steps": [5]}, "steps[0]: this is an object in { }, not 5."),
        ({"steps": [{}]}, "steps[0].do: this is missing; it is one of wait, until, send,"),
        ({"steps": [{"do": "sned"}]}, "steps[0].do: this is one of wait, until, send,"),
        ({"steps": [{"do": "wait", "days": "seven"}]}, "steps[0].days: this is a whole number"),
        ({"steps": [{"do": "until"}]}, "steps[0].time: this is missing."),
        (
            {"steps": [{"do": "until", "time": "10:00", "weekdays": ["monday"]}]},
            "steps[0].weekdays[0]: this is one of",
        ),
        (
            {"steps": [{"do": "notify", "whom": "boss", "note": "x"}]},
            "steps[0].whom: this is one of crm, staff",
        ),
        ({"steps": [{"do": "issue_code", "offer": {"kind": "free"}}]}, "steps[0].offer.kind: this is one of"),
        ({"conditions": [{"fact": "lead.stage", "is": "lead"}]}, "conditions[0].is: this is a list in [ ]"),
        (
            {"conditions": [{"fact": "lead.stage", "is_": ["lead"]}]},
            "conditions[0].is_: there is no such field; did you",
        ),
        ({"conditions": [{"is": ["lead"]}]}, "conditions[0].fact: this is missing."),
        ({"exits": ["ordred"]}, "exits[0]: this is one of campaign_over, clicked, code_over,"),
        ({"again": {"rule": "always"}}, "again.rule: this is one of after, each, never"),
        ({"version": "2"}, 'version: this is a whole number, such as 30, not "2".'),
    ],
)
def test_a_slip_is_told_with_its_path(changes: dict[str, Any], said: str):
    told = unread(**changes)
    assert any(sentence.startswith(said) for sentence in told), told
    assert not [
        word for sentence in told for word in ("Struct", "Expected", "msgspec", "None") if word in sentence
    ]


def test_every_slip_is_told_at_once():
    told = unread(name=5, holdout="x", steps=[{"do": "wait", "days": "x"}, {"do": "send", "tmplate": "x"}])
    assert {sentence.partition(": ")[0] for sentence in told} == {
        "name",
        "holdout",
        "steps[0].days",
        "steps[1].tmplate",
    }


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "line 1, column 1"),
        (b'{"name": "x",\n "steps": ]}', "line 2, column 11"),
        (b"\xff\xfe", "no JSON in UTF-8"),
        (b"[" * 200_000, "no JSON in UTF-8"),
        (b"[]", "An automation is an object in { }."),
        (b'"x"', "An automation is an object in { }."),
    ],
)
def test_what_is_no_object_is_refused(content: bytes, said: str):
    with pytest.raises(InvalidRequest, match=said.replace("{", r"\{").replace("}", r"\}")):
        read_automation(content, campaign_id="buffet-20", automation_id="reminder")


def test_what_hangs_on_a_step_that_could_not_be_read_is_not_judged():
    draft = read(
        {
            **REMINDER,
            "trigger": {"on": "daily", "quiet_days": 30},
            "steps": [{"do": "isue_code"}, *REMINDER["steps"]],
        }
    )
    found = check(draft.automation, BUFFET, hears=())
    assert [finding.code for finding in found if finding.severity == "error"] != []
    assert draft.sure(str(finding.field) + ": x" for finding in found) == ()


def test_what_does_not_hang_on_it_is_judged():
    draft = read({**REMINDER, "name": 5, "holdout": 99})
    assert draft.sure(["name: x", "holdout: y", "steps[1].template: z"]) == (
        "holdout: y",
        "steps[1].template: z",
    )


def test_a_daily_one_is_read():
    draft = read({**REMINDER, "trigger": {"on": "daily", "quiet_days": 30}})
    assert draft.automation.trigger == Daily(quiet_days=30)


KINDS = (Automation, On, Condition, Wait, Until, Send, IssueCode, Offer, Tag, Notify)
NAMES = st.sampled_from(sorted({"do", *(field.encode_name for kind in KINDS for field in fields_of(kind))}))
WORDS = st.sampled_from(
    (
        *(
            "wait",
            "until",
            "send",
            "issue_code",
            "tag",
            "stage",
            "notify",
            "stop",
            "event",
            "daily",
            "each",
            "after",
        ),
        *(
            "code.issued",
            "reminder",
            "percent",
            "09:30",
            "lead.stage",
            "event.cause",
            "cart.amount",
            "staff",
            "a",
        ),
        HALF,
    )
)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=5),
    max_leaves=25,
)


@given(given=st.dictionaries(NAMES, ANYTHING, max_size=8), steps=st.lists(ANYTHING, max_size=5))
def test_whatever_stands_in_a_file_is_read_and_judged_without_a_stumble(
    given: dict[str, Any], steps: list[Any]
):
    draft = read({**REMINDER, **given, "steps": steps})
    found = check(draft.automation, BUFFET, hears=("code.issued.v1",))
    if not draft.unread and not [finding for finding in found if finding.severity == "error"]:
        stored = msgspec.json.encode(draft.automation)
        assert msgspec.json.decode(stored, type=Automation) == draft.automation


def test_what_hangs_on_a_word_that_could_not_be_read_is_not_judged():
    draft = read(
        {**REMINDER, "again": {"rule": "always"}, "steps": [{"do": "issue_code", "offer": {"kind": "free"}}]}
    )
    kept = draft.sure(["again.days: x", "steps[0].offer.value: x", "steps[0].id: y"])
    assert kept == ("steps[0].id: y",)
