"""One synthesis for each environment, read as a template."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from aws_cdk import App

from infra.app import compose
from infra.artefacts.target import LAMBDA, Target
from infra.environments import Environment, load
from infra.environments.crm import Crm
from infra.environments.shops import Shops
from twofold.contracts.settings import AwsSmsSettings, SmsSettings, TwilioSettings, WebhookSettings

ROOT = Path(__file__).parents[2]
CONTEXT = json.loads((ROOT / "cdk.json").read_text())["context"]
CERTIFICATE = "arn:aws:acm:us-east-1:111111111111:certificate/5a5d0a4e-0000-4000-8000-000000000000"

Resource = Mapping[str, Any]


@dataclass(frozen=True)
class HollowArtefacts:
    """The same folder for everything: what lies in it is not the template's business."""

    folder: Path
    target: Target = LAMBDA

    def vendor(self) -> Path:
        return self.folder

    def product(self) -> Path:
        return self.folder

    def parquet(self) -> Path:
        return self.folder

    def function(self, name: str) -> Path:
        return self.folder


@dataclass(frozen=True)
class Template:
    """`name` is the environment's; resources keep their logical ids."""

    name: str
    file: Path

    @property
    def body(self) -> dict[str, Any]:
        body: dict[str, Any] = json.loads(self.file.read_text())
        return body

    def of(self, kind: str) -> dict[str, Resource]:
        return {key: r for key, r in self.body["Resources"].items() if r["Type"] == kind}

    def properties(self, kind: str) -> list[dict[str, Any]]:
        return [resource["Properties"] for resource in self.of(kind).values()]

    def bucket(self, part: str) -> tuple[str, Resource]:
        """The logical id of the one bucket that is called so in part, and the resource."""
        (made,) = [pair for pair in self.of("AWS::S3::Bucket").items() if part in pair[0]]
        return made

    def functions(self) -> dict[str, dict[str, Any]]:
        """Properties by the name of the function's folder."""
        found = self.properties("AWS::Lambda::Function")
        return {p["Environment"]["Variables"]["POWERTOOLS_SERVICE_NAME"]: p for p in found}


def ready(name: str) -> Environment:
    """The environment as its file is, with what a person has to fill in."""
    if name == "local":
        return load(name)
    return replace(load(name), domain=f"{name}.example.com", certificate_arn=CERTIFICATE)


def furnished() -> Environment:
    """One that uses all there is: every provider, and receipts of each; every shop system; uploads one by one."""
    return replace(
        ready("dev"),
        sns_receipts=True,
        sms=SmsSettings(by_country=("US=twilio", "FR=webhook"), fallback=("aws",)),
        aws=AwsSmsSettings(
            origination="pool-1", configuration_set="texts", protect_configuration="protect-1"
        ),
        twilio=TwilioSettings(account_sid=f"AC{32 * '0'}", sender="MG1"),
        webhook=WebhookSettings(url="https://gateway.example/texts"),
        shops=Shops(shopify=True, woocommerce=True),
        crm=Crm(hubspot=True),
        imports_at_once=1,
    )


def synthesise(environment: Environment, folder: Path, *, plugins: Iterable[Any] = ()) -> Template:
    hollow = folder / "hollow"
    hollow.mkdir(exist_ok=True)
    (hollow / "handler.py").touch()
    app = App(analytics_reporting=False, outdir=str(folder / environment.name), context=CONTEXT)
    compose(app, environment, HollowArtefacts(hollow))
    _attach(app, plugins)
    app.synth()
    return Template(environment.name, folder / environment.name / "Twofold.template.json")


def readable(value: Any) -> str:
    """A reference by the name of what it leads to, without the hash that the CDK adds."""
    return "".join(_parts(value))


def _parts(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case {"Ref": name} | {"Fn::GetAtt": [name, "Arn"]}:
            yield re.sub(r"[0-9A-F]{8}$", "", name)
        case {"Fn::GetAtt": [name, attribute]}:
            yield re.sub(r"[0-9A-F]{8}$", "", name) + "." + attribute
        case {"Fn::Join": [_, pieces]}:
            for piece in pieces:
                yield from _parts(piece)


def _attach(app: App, plugins: Iterable[Any]) -> None:
    from aws_cdk import Validations

    for plugin in plugins:
        Validations.of(app).add_plugins(plugin(app))
