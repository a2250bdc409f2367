"""The secrets of a deployment: two that AWS makes up and no person ever sees, and those shared with others."""

from collections.abc import Iterable

from aws_cdk import RemovalPolicy
from aws_cdk import aws_secretsmanager as secretsmanager
from constructs import Construct

from infra.constructs.grantee import Grantee
from twofold.contracts.settings import SecretSettings

LENGTH = 64

SHARED = {
    "twilio": "The auth token of the Twilio account; made up until yours is put in.",
    "webhook": "What a gateway of one's own and we sign with (Standard Webhooks).",
    "shopify": "The client secret of the Shopify app; made up until yours is put in.",
    "woocommerce": "The secret of the WooCommerce webhooks.",
    "hubspot": "The client secret of the HubSpot app; made up until yours is put in.",
}


class ProductSecret(Construct):
    """Named, because functions find it by its name; grants go to that name alone.

    A kept one outlives the stack, and its name stays taken: restore or delete it before making the stack anew.
    """

    def __init__(self, scope: Construct, *, field: str, env: str, keep: bool, description: str) -> None:
        super().__init__(scope, field)
        self.field = field
        self.name = f"twofold/{env}/{field}"
        self._made = secretsmanager.Secret(
            self,
            "Secret",
            secret_name=self.name,
            description=description,
            generate_secret_string=secretsmanager.SecretStringGenerator(
                password_length=LENGTH, exclude_punctuation=True
            ),
            removal_policy=RemovalPolicy.RETAIN if keep else RemovalPolicy.DESTROY,
        )
        self._named = secretsmanager.Secret.from_secret_name_v2(self, "Named", self.name)

    def grant(self, function: Grantee) -> None:
        """Reading its value, and its name in the function's settings."""
        function.allow(("secretsmanager:GetSecretValue",), f"{self._named.secret_arn}-??????")
        function.tell(SecretSettings(**{self.field: self.name}))

    @property
    def reference(self) -> str:
        """A dynamic reference: CloudFormation fills it in on deploying; no template holds the value."""
        return self._made.secret_value.unsafe_unwrap()


class Secrets(Construct):
    """From `root` every key of ours is derived; `edge` is what `contracts.edge` speaks of.

    `shared` are by the name of the SMS provider they are shared with, `shops` by the shop system's, `crm` by the CRM's.
    They can be had anew, so none outlives its need.
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        env: str,
        keep: bool,
        shared_with: Iterable[str] = (),
        shops: Iterable[str] = (),
        crm: Iterable[str] = (),
    ) -> None:
        super().__init__(scope, construct_id)
        root = "The root of all keys. Losing it makes every lead a stranger."
        edge = "What the edge presents to be believed about a client's address."
        self.root = ProductSecret(self, field="root", env=env, keep=keep, description=root)
        self.edge = ProductSecret(self, field="edge", env=env, keep=keep, description=edge)
        self.shared = self._shared_with(shared_with, env)
        self.shops = self._shared_with(shops, env)
        self.crm = self._shared_with(crm, env)

    def _shared_with(self, names: Iterable[str], env: str) -> dict[str, ProductSecret]:
        return {
            name: ProductSecret(self, field=name, env=env, keep=False, description=SHARED[name])
            for name in sorted(names)
        }

    @property
    def names(self) -> dict[str, str]:
        """As Secrets Manager knows them, by the field of `SecretSettings`."""
        others = (*self.shared.values(), *self.shops.values(), *self.crm.values())
        return {secret.field: secret.name for secret in (self.root, self.edge, *others)}
