"""Hands imports to the function that reads their files, which is the one that comes no further."""

from twofold.contracts.settings import ImporterSettings

from .lambda_calls import LambdaCalls


class LambdaImportReader(LambdaCalls):
    function_that = "reads files"

    def __init__(self, settings: ImporterSettings) -> None:
        super().__init__(settings.function)

    def start(self, import_id: str) -> None:
        self._call({"import": import_id})
