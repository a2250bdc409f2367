"""What the kill switch, the heartbeat, the ledger and the small books promise."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes.books import Books
from tests.fakes.clock import NOON
from tests.fakes.made import a_challenge, fresh
from tests.fakes.samples import BUFFET, WIDGET
from twofold.contracts.errors import Conflict, NotFound
from twofold.contracts.events import Envelope
from twofold.ledger.record import first_id
from twofold.partners.keys import mint_key


class TestCampaignsAssetsAndKeys:
    def test_a_campaign_is_found_as_it_was_put(self, books: Books):
        books.upkeep.put_campaign(BUFFET)
        assert books.campaigns.campaign(BUFFET.campaign_id) == BUFFET

    def test_an_asset_is_found_as_it_was_put(self, books: Books):
        worded = replace(WIDGET, asset_id=fresh("ast"), slug="PRNT")
        books.upkeep.put_asset(worded)
        assert books.assets.asset(worded.asset_id) == replace(worded, version=1)

    @pytest.mark.parametrize("wanted", ["never", "", "x" * 3_000])
    def test_what_never_was_is_not_found(self, books: Books, wanted: str):
        with pytest.raises(NotFound):
            books.campaigns.campaign(wanted)
        with pytest.raises(NotFound):
            books.assets.asset(wanted)

    def test_a_keyword_leads_to_its_asset(self, books: Books):
        word = fresh("KEY")
        assert books.assets.asset_of(fresh("KEY")) is None
        books.upkeep.put_asset(replace(WIDGET, keyword=word))
        assert books.assets.asset_of(word) == WIDGET.asset_id
        assert books.assets.asset(WIDGET.asset_id).keyword == word

    def test_the_same_asset_may_be_put_again_with_its_keyword(self, books: Books):
        worded = replace(WIDGET, keyword=fresh("KEY"))
        books.upkeep.put_asset(worded)
        books.upkeep.put_asset(replace(worded, name="Renamed"))
        assert books.assets.asset(WIDGET.asset_id).name == "Renamed"

    def test_a_keyword_that_another_asset_has_is_refused_and_nothing_is_stored(self, books: Books):
        word = fresh("KEY")
        books.upkeep.put_asset(replace(WIDGET, keyword=word))
        with pytest.raises(Conflict) as raised:
            books.upkeep.put_asset(replace(WIDGET, asset_id="ast_other", keyword=word))
        assert raised.value.code == "keyword_taken"
        assert books.assets.asset_of(word) == WIDGET.asset_id
        with pytest.raises(NotFound):
            books.assets.asset("ast_other")

    def test_what_makes_a_keyword_unique_is_no_asset(self, books: Books):
        word = fresh("KEY")
        books.upkeep.put_asset(replace(WIDGET, keyword=word))
        with pytest.raises(NotFound):
            books.assets.asset(f"keyword#{word}")

    def test_a_key_is_known_by_its_hash_alone(self, books: Books):
        secret, key = mint_key("till", ("codes:read",))
        books.upkeep.put_key(key)
        assert books.keys.key(key.key_hash) == key
        assert books.keys.key(secret) is None


class TestKillSwitch:
    def test_texts_flow_until_somebody_stops_them(self, books: Books):
        assert not books.switch.paused()

    def test_a_switch_that_was_pulled_stops_them(self, books: Books):
        books.upkeep.pause(paused=True)
        assert books.switch.paused()


class TestHeartbeat:
    def test_there_is_none_before_the_first_event(self, books: Books):
        assert books.heartbeat.last() is None

    def test_the_last_beat_is_told(self, books: Books):
        books.heartbeat.beat(first_id(NOON), NOON)
        assert books.heartbeat.last() == (first_id(NOON), NOON)

    def test_it_never_goes_back(self, books: Books):
        later = NOON + timedelta(minutes=1)
        books.heartbeat.beat(first_id(later), later)
        books.heartbeat.beat(first_id(NOON), later + timedelta(minutes=1))
        assert books.heartbeat.last() == (first_id(later), later)

    def test_standing_still_is_a_beat_too(self, books: Books):
        books.heartbeat.beat(first_id(NOON), NOON)
        books.heartbeat.beat(first_id(NOON), NOON + timedelta(minutes=1))
        assert books.heartbeat.last() == (first_id(NOON), NOON + timedelta(minutes=1))


class TestLedger:
    def recorded(self, books: Books, *hours: float) -> list[Envelope]:
        made = []
        for hour in hours:
            challenge = a_challenge(NOON + timedelta(hours=hour))
            event = challenge.asked(challenge.sent_at)
            books.challenges.open(challenge, event, [], challenge.sent_at)
            made.append(event)
        return made

    def test_events_come_in_the_order_of_time_over_days_and_shards(self, books: Books):
        made = self.recorded(books, *range(0, 60, 5))
        rows = books.ledger.since(first_id(NOON), NOON + timedelta(hours=61), 100)
        assert [row.event_id for row in rows] == [event.id for event in made]

    def test_only_what_lies_between_is_told(self, books: Books):
        made = self.recorded(books, 0, 1, 2, 3)
        rows = books.ledger.since(made[0].id, NOON + timedelta(hours=3), 100)
        assert [row.event_id for row in rows] == [made[1].id, made[2].id]

    def test_of_many_the_oldest_are_told(self, books: Books):
        made = self.recorded(books, 0, 1, 2, 30)
        rows = list(books.ledger.since("", NOON + timedelta(hours=31), 2))
        assert [row.event_id for row in rows] == [made[0].id, made[1].id]
        assert rows[0].type == "signup.requested.v1"
