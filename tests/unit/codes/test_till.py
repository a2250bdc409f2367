"""A device's key redeems at its place, and takes back what was redeemed there a moment ago."""

from dataclasses import replace
from datetime import timedelta

import pytest
from msgspec import UNSET

from tests.fakes.samples import BUFFET, order
from tests.unit.codes.desk import Desk, refused
from twofold.codes.till import Till
from twofold.contracts.errors import Conflict, Forbidden
from twofold.contracts.payloads.codes import CodeTerms
from twofold.contracts.payloads.devices import Device
from twofold.contracts.payloads.redemptions import RollbackRequest
from twofold.partners.device import describe
from twofold.partners.keys import mint_key

HERE, THERE = Till(place="vienna-1"), Till(place="graz-1")
WHOLE = RollbackRequest(reason="mistyped")


@pytest.mark.parametrize("said", [None, "vienna-1"])
def test_what_a_device_redeems_is_redeemed_at_its_place(desk: Desk, said: str | None):
    code = desk.code(places=("vienna-1",))
    assert desk.use.redeem(code, order(location=said), till=HERE).answer.location == "vienna-1"


def test_a_device_cannot_say_that_it_is_elsewhere(desk: Desk):
    code = desk.code()
    error = refused(lambda: desk.use.redeem(code, order(location="graz-1"), till=HERE))
    assert (type(error), error.code) == (Forbidden, "place_mismatch")
    assert desk.told() == []


def test_a_code_of_another_place_is_refused_at_this_one(desk: Desk):
    code = desk.code(places=("graz-1",))
    assert refused(lambda: desk.use.redeem(code, order(), till=HERE)).code == "wrong_place"


def test_a_code_names_its_places_as_far_as_its_campaign_does(desk: Desk):
    code = desk.code(places=("vienna-1", "graz-1"))
    desk.books.upkeep.put_campaign(replace(BUFFET, places={"vienna-1": "Vienna, Ring 4", "linz": "Linz"}))
    terms = desk.check(code).terms
    assert isinstance(terms, CodeTerms)
    assert (terms.places, terms.place_names) == (("vienna-1", "graz-1"), {"vienna-1": "Vienna, Ring 4"})


def test_a_code_without_its_campaign_has_places_without_names(desk: Desk):
    code = desk.code(places=("vienna-1",))
    desk.memory.campaigns.clear()
    terms = desk.check(code).terms
    assert isinstance(terms, CodeTerms)
    assert (terms.places, terms.place_names) == (("vienna-1",), UNSET)


class TestUndo:
    def test_works_for_ten_minutes(self, desk: Desk):
        spent = desk.use.redeem(desk.code(), order(), till=HERE).answer
        desk.clock.forward(minutes=10)
        assert desk.use.roll_back(spent.redemption_id, WHOLE, till=HERE).new

    def test_is_too_late_after_that(self, desk: Desk):
        spent = desk.use.redeem(desk.code(), order(), till=HERE).answer
        desk.clock.at += timedelta(minutes=10, milliseconds=1)
        error = refused(lambda: desk.use.roll_back(spent.redemption_id, WHOLE, till=HERE))
        assert (type(error), error.code) == (Conflict, "undo_too_late")
        assert desk.use.roll_back(spent.redemption_id, WHOLE).new, "a partner may at any time"

    def test_is_answered_again_however_late(self, desk: Desk):
        spent = desk.use.redeem(desk.code(), order(), till=HERE).answer
        first = desk.use.roll_back(spent.redemption_id, WHOLE, till=HERE).answer
        desk.clock.forward(days=1)
        assert desk.use.roll_back(spent.redemption_id, WHOLE, till=HERE).answer == first

    @pytest.mark.parametrize("where", [THERE, Till()])
    def test_is_for_the_place_s_own_alone(self, desk: Desk, where: Till):
        spent = desk.use.redeem(desk.code(), order(), till=where).answer
        for _ in range(2):
            error = refused(lambda: desk.use.roll_back(spent.redemption_id, WHOLE, till=HERE))
            assert (type(error), error.code) == (Forbidden, "place_mismatch")
            desk.use.roll_back(spent.redemption_id, WHOLE)


def test_a_device_learns_its_place():
    _, key = mint_key("Till 2", ("codes:read", "codes:redeem"), place="vienna-1")
    assert describe(key) == Device(label="Till 2", place="vienna-1", place_name="vienna-1", undo_s=600)


def test_a_partner_s_key_has_no_place():
    _, key = mint_key("Shop", ("codes:redeem",))
    assert describe(key) == Device(label="Shop")
