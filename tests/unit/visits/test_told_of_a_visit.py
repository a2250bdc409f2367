"""What is told of the visit that a sign-up came of."""

from tests.fakes.samples import PASSER_BY, signup
from tests.fakes.world import World
from twofold.contracts.events import LeadConfirmed, LeadReturned, SignupRequested


class TestWhatIsToldOfAVisit:
    def test_a_sign_up_and_its_lead_say_which_visit_they_came_of(self, world: World):
        asked = signup(visit_id="vst_mine", variant="warm")
        world.guess(world.signups.sign_up(asked, PASSER_BY).challenge_id)
        data = [event.data for event in world.timeline()]
        (request,) = [d for d in data if isinstance(d, SignupRequested)]
        (lead,) = [d for d in data if isinstance(d, LeadConfirmed)]
        assert (request.visit_id, request.variant, lead.visit_id) == ("vst_mine", "warm", "vst_mine")

    def test_so_does_a_text_that_is_asked_for_again(self, world: World):
        asked = signup(visit_id="vst_mine", variant="warm")
        challenge_id = world.signups.sign_up(asked, PASSER_BY).challenge_id
        world.clock.forward(minutes=1)
        world.signups.resend(challenge_id, PASSER_BY)
        told_twice = [e.data for e in world.timeline() if isinstance(e.data, SignupRequested)]
        assert [(d.visit_id, d.variant) for d in told_twice] == [("vst_mine", "warm")] * 2

    def test_so_does_a_guest_who_comes_back(self, world: World):
        world.confirmed()
        world.clock.forward(minutes=30)
        world.guess(world.signups.sign_up(signup(visit_id="vst_second"), PASSER_BY).challenge_id)
        (back,) = [e.data for e in world.timeline() if isinstance(e.data, LeadReturned)]
        assert back.visit_id == "vst_second"
