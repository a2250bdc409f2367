"""Every function of the stack, and who of them calls whom."""

from aws_cdk import Stack

from infra.constructs.automations import Automations
from infra.constructs.callbacks import Callbacks
from infra.constructs.exports import Exports
from infra.constructs.forgetting import Forgetting
from infra.constructs.foundation import Foundation
from infra.constructs.imports import Imports
from infra.constructs.listeners import Listeners
from infra.constructs.messages import Messages
from infra.constructs.notices import Notices
from infra.constructs.orders import Orders
from infra.constructs.partners import Partners
from infra.constructs.product_function import ProductFunction
from infra.constructs.referrals import Referrals
from infra.constructs.relay import Relay
from infra.constructs.sweeper import Sweeper
from infra.constructs.visitors import Visitors
from infra.constructs.webhooks import Webhooks


def make_functions(stack: Stack, on: Foundation, callbacks: Callbacks) -> dict[str, ProductFunction]:
    """By the names of their folders."""
    Notices(stack, "Notices", on=on)
    visitors = Visitors(stack, "Visitors", on=on)
    partners = Partners(stack, "Partners", on=on)
    listeners = Listeners(stack, "Listeners", on=on)
    made = (
        visitors.pages,
        visitors.sign_up,
        partners.redeem,
        partners.look_up,
        Orders(stack, "Orders", on=on).record,
        callbacks.receive,
        Relay(stack, "Relay", on=on).relay,
        Messages(stack, "Messages", on=on, listeners=listeners).send,
        Referrals(stack, "Referrals", on=on, listeners=listeners).reward,
        *_called_later(stack, on, listeners, partners.look_up),
    )
    return {function.node.id: function for function in made}


def _called_later(
    stack: Stack, on: Foundation, listeners: Listeners, partners: ProductFunction
) -> tuple[ProductFunction, ...]:
    """What partners ask for and do not wait for, what goes on by itself, and who looks after all of these."""
    imports = Imports(stack, "Imports", on=on, listeners=listeners)
    imports.uploads.grant_upload(partners)
    exports = Exports(stack, "Exports", on=on, listeners=listeners)
    exports.allow_links(partners)
    webhooks = Webhooks(stack, "Webhooks", on=on, listeners=listeners)
    for called in (exports, webhooks):
        called.allow_call(partners)
    forgetting = Forgetting(stack, "Forgetting", on=on, listeners=listeners, exports=exports)
    automations = Automations(stack, "Automations", on=on, listeners=listeners)
    looked_after = (automations, webhooks, exports)
    sweeper = Sweeper(stack, "Sweeper", on=on, listeners=listeners, looks_after=looked_after)
    return imports.take_in, exports.write, webhooks.deliver, forgetting.forget, automations.run, sweeper.sweep
