"""What a template may use is what it gets: checked, shown, tried and sent by the same fields."""

from dataclasses import replace

import pytest

from tests.fakes.made import a_message
from tests.fakes.samples import ANNA, BUFFET, SITE
from tests.fakes.world import World
from twofold.campaigns.model import Campaign
from twofold.contracts.errors import InvalidRequest
from twofold.leads.model import Lead
from twofold.leads.phone import Phone
from twofold.messages.model import CODE, MARKETING, REFERRAL, VERIFICATION
from twofold.messages.texts.check import check_templates
from twofold.messages.texts.defaults import ANSWERS as ALL_ANSWERS
from twofold.messages.texts.defaults import NAMES, default_template
from twofold.messages.texts.fields import JOIN, known_fields
from twofold.messages.texts.fill import fields_of
from twofold.messages.texts.findings import errors
from twofold.messages.texts.preview import preview
from twofold.messages.texts.samples import typical

ANSWERS = sorted(ALL_ANSWERS - {JOIN})
ALL = (VERIFICATION, CODE, JOIN, REFERRAL, *ANSWERS, "reminder")
REACHABLE = replace(BUFFET, contact="555-0100")


def saying(template: str, text: str, campaign: Campaign = REACHABLE) -> Campaign:
    """A campaign in English whose template says this, besides the two that it needs."""
    needed = {name: BUFFET.templates["en"][name] for name in (VERIFICATION, CODE)}
    return replace(campaign, texts={"en": BUFFET.texts["en"]}, templates={"en": {**needed, template: text}})


def every_field(template: str) -> Campaign:
    return saying(template, "".join(f"[{{{name}}}]" for name in sorted(known_fields(template))) + " STOP")


def anna(world: World) -> Lead:
    return replace(world.lead(), attributes={"first_name": "Anna"}, locale="de")


def written(world: World, campaign: Campaign, template: str, lead: Lead | None, **told: object) -> str:
    """The text as it would leave; of a code where the plan names one, as whoever sends has looked it up."""
    fields = told.get("fields", {})
    assert isinstance(fields, dict)
    code = world.books.codes.find(fields["code"]) if "code" in fields else None
    message = a_message(world.lead_id(), **{"template": template, "fields": fields, **told})
    return world.texts.write(message, campaign, Phone(ANNA, "PL"), lead, code)[1].text


def as_planned(world: World, template: str) -> tuple[Lead | None, dict[str, str]]:
    """Who the text is for and what its plan says, as product code plans it."""
    if template in ANSWERS:
        return None, {}
    if template == JOIN:
        return None, {"consent": "I agree."}
    code = world.code()
    return anna(world), {"code": code}


class TestEveryField:
    @pytest.mark.parametrize("template", ALL[1:])
    def test_each_that_a_template_may_use_is_filled_in(self, world: World, template: str):
        lead, fields = as_planned(world, template)
        text = written(world, every_field(template), template, lead, fields=fields)
        assert not set("{}") & set(text)
        assert "[]" not in text
        assert f"[{BUFFET.brand}]" in text
        assert f"[{SITE}/" in text

    def test_a_verification_has_its_two(self, world: World):
        world.books.upkeep.put_campaign(every_field(VERIFICATION))
        digits = world.signups.key.digits(world.join())
        assert world.send_all() == ["accepted"]
        assert world.gateway.texts[0].startswith(f"[{BUFFET.brand}][{digits}] STOP")

    def test_what_is_of_a_person_is_theirs(self, world: World):
        lead, fields = as_planned(world, "reminder")
        text = written(
            world, saying("reminder", "{first_name} {code} {expires}"), "reminder", lead, fields=fields
        )
        assert text == f"Anna {fields['code']} 2026-12-22"

    def test_the_expiry_is_the_code_s_and_never_the_text_s(self, world: World):
        campaign, soon = saying("reminder", "{expires|no end}"), world.clock()
        assert written(world, campaign, "reminder", None, expires_at=soon) == "no end"

    @pytest.mark.parametrize("template", ALL)
    def test_each_may_be_saved_and_is_shown_with_a_value(self, template: str):
        campaign = every_field(template)
        assert not errors(check_templates(campaign))
        shown = preview(campaign.templates["en"][template], typical(campaign, template, "en")).text
        assert not set("{}") & set(shown)
        assert "[]" not in shown

    @pytest.mark.parametrize("template", [name for name in ALL if name != VERIFICATION])
    def test_each_can_be_tried_on_a_phone_of_one_s_own(self, world: World, template: str):
        world.books.upkeep.put_campaign(every_field(template))
        assert world.go(world.message(world.texts.try_template("buffet-20", template, ANNA))) == "accepted"
        (text,) = world.gateway.texts
        assert not set("{}") & set(text)
        assert "[]" not in text


class TestWhatATemplateNeverHas:
    @pytest.mark.parametrize("template", ANSWERS)
    @pytest.mark.parametrize("name", ["code", "expires", "first_name", "consent"])
    def test_an_answer_speaks_of_nobody_s_code_and_name(self, template: str, name: str):
        (refused,) = errors(check_templates(saying(template, f"{{{name}|x}}")))
        assert (refused.code, refused.field) == ("unknown_field", f"templates.en.{template}")
        assert refused.detail.endswith("There are {brand}, {contact}, {link}, {title}.")

    def test_the_plan_does_not_give_it_more(self, world: World):
        campaign = saying("help", "{first_name|You}: {code|none}")
        assert written(world, campaign, "help", None, fields={"first_name": "Eve"}) == "You: none"

    def test_one_that_got_past_the_check_is_not_sent_raw(self, world: World):
        with pytest.raises(InvalidRequest) as refusal:
            written(world, saying("help", "{brand}: {phone}"), "help", None)
        assert (refusal.value.code, refusal.value.field) == ("field_missing", "phone")

    @pytest.mark.parametrize("name", sorted(NAMES))
    def test_what_is_built_in_never_has_a_gap(self, world: World, name: str):
        bare = replace(BUFFET, contact=None, target_url=None, templates={})
        used = set(fields_of(default_template(name, "en") or ""))
        said = {"consent": "I agree.", "code": world.code(), "friends": f"{SITE}/RABCDEFGHJKL"}
        text = written(world, bare, name, None, fields={own: said[own] for own in sorted(used & said.keys())})
        assert not set("{}") & set(text)
        assert used <= known_fields(name)

    @pytest.mark.parametrize("name", sorted(NAMES))
    def test_a_campaign_may_say_it_in_words_of_its_own(self, world: World, name: str):
        own = saying(name, "{brand}: in our own words. STOP")
        assert written(world, own, name, None) == f"{BUFFET.brand}: in our own words. STOP"


class TestAGap:
    def test_marketing_without_the_code_it_speaks_of_is_blocked_and_names_the_field(self, world: World):
        world.code()
        message = world.plan(fields={})
        assert world.go(message) == "field_missing"
        stored = world.message(message)
        assert (stored.state, stored.rule) == ("blocked", "field_missing")
        assert stored.why == "There is nothing to put in for {code}, and a text with a gap is not sent."
        assert world.gateway.calls == 0

    def test_it_costs_nothing_takes_no_place_under_the_cap_and_makes_no_link(self, world: World):
        world.code()
        world.go(world.plan(fields={}))
        memory = world.books.codes.memory  # type: ignore[attr-defined]
        assert not [row for row, taken in memory.limits.items() if row.startswith("budget#texts") and taken]
        assert not world.books.messages.send_log(world.lead_id(), MARKETING).sent
        assert not memory.links

    @pytest.mark.parametrize("name", ["", " \n", "https://evil.example", "+48 601"])
    def test_a_name_that_is_none_is_a_gap_too(self, world: World, name: str):
        campaign = saying("reminder", "Hi {first_name}!")
        world.code()
        lead = replace(world.lead(), attributes={"first_name": name})
        with pytest.raises(InvalidRequest, match=r"for {first_name}"):
            written(world, campaign, "reminder", lead)

    def test_a_link_that_leads_nowhere_is_one(self, world: World):
        campaign = saying("help", "Look: {link}", replace(REACHABLE, target_url=None))
        with pytest.raises(InvalidRequest, match=r"for {link}"):
            written(world, campaign, "help", None)
        elsewhere = saying("help", "Look: {link|ask us}", replace(REACHABLE, target_url=None))
        assert written(world, elsewhere, "help", None) == "Look: ask us"

    @pytest.mark.parametrize(
        ("field", "lacking"),
        [
            ("contact", {"contact": None}),
            ("expires", {"offer": replace(BUFFET.offer, valid_days=None)}),
            ("brand", {"brand": " "}),
        ],
    )
    def test_one_that_the_campaign_can_never_fill_is_refused_unless_it_has_other_words(
        self, field: str, lacking: dict[str, object]
    ):
        campaign = replace(REACHABLE, **lacking)  # type: ignore[arg-type]
        found = errors(check_templates(saying("news", f"{{{field}}} STOP", campaign)))
        assert ("templates.en.news", "field_never_filled") in [(each.field, each.code) for each in found]
        found = errors(check_templates(saying("news", f"{{{field}|x}} STOP", campaign)))
        assert "templates.en.news" not in [each.field for each in found]

    def test_a_name_without_other_words_is_advised_against(self):
        (advice,) = check_templates(saying("news", "Hi {first_name}! STOP"))
        assert (advice.code, advice.severity) == ("first_name_may_be_missing", "advice")
        assert not check_templates(saying("news", "Hi {first_name|there}! STOP"))

    def test_who_tries_a_template_with_one_is_told_at_once(self, world: World):
        world.books.upkeep.put_campaign(saying("help", "Ask {contact}.", replace(BUFFET, contact=None)))
        with pytest.raises(InvalidRequest) as refusal:
            world.texts.try_template("buffet-20", "help", ANNA)
        assert (refusal.value.code, refusal.value.field) == ("field_missing", "contact")


class TestItsLanguage:
    def test_the_one_that_the_plan_names_goes_before_the_lead_s(self, world: World):
        world.code()
        lead = anna(world)
        assert "HELP daje pomoc" in written(world, BUFFET, "resumed", lead, locale="pl")
        assert "HELP hilft" in written(world, BUFFET, "resumed", lead)
        assert "HELP for help" in written(world, BUFFET, "resumed", None)
