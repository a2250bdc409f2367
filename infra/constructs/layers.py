"""The two layers under every function, third-party packages and our own, and one for whoever writes Parquet."""

from functools import cached_property
from pathlib import Path

from aws_cdk import aws_lambda as lambda_
from constructs import Construct

from infra.artefacts import Artefacts


class Layers(Construct):
    """Apart, so that a change of ours does not upload the packages again."""

    def __init__(self, scope: Construct, construct_id: str, *, artefacts: Artefacts) -> None:
        super().__init__(scope, construct_id)
        self._artefacts = artefacts
        vendor = self._layer("Vendor", artefacts.vendor(), "Third-party packages, as locked")
        product = self._layer("Product", artefacts.product(), "The twofold package")
        self.all = [vendor, product]

    @cached_property
    def parquet(self) -> lambda_.LayerVersion:
        """As large as all else together, so it is for one function alone."""
        return self._layer("Parquet", self._artefacts.parquet(), "What writes Parquet")

    def _layer(self, name: str, folder: Path, description: str) -> lambda_.LayerVersion:
        return lambda_.LayerVersion(
            self, name, code=lambda_.Code.from_asset(str(folder)), description=description
        )
