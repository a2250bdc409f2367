"""Hands exports to the function that writes them."""

from twofold.contracts.settings import ExporterSettings

from .lambda_calls import LambdaCalls


class LambdaExportWriter(LambdaCalls):
    function_that = "writes exports"

    def __init__(self, settings: ExporterSettings) -> None:
        super().__init__(settings.function)

    def start(self, export_id: str) -> None:
        self._call({"export": export_id})
