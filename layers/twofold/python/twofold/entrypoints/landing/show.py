"""The page as everybody gets it, from the edge's cache most of the time."""

from dataclasses import dataclass
from typing import Any

from ..pages import Pages
from .answers import HIDDEN, public, refused
from .fault import fault_of
from .number import closing, greeting
from .scene import Scenes


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowLanding:
    pages: Pages
    scenes: Scenes

    def __call__(self, asset_id: str, wished: str | None) -> Any:
        """The number's step; a friendly page while the asset is paused or its campaign does not run.

        Nothing but the asset's id and the language may have a say here: the edge keeps the answer by these.
        Raises NotFound.
        """
        scene = self.scenes(asset_id, wished)
        if scene.closed:
            page = closing(self.pages, scene, fault_of(scene.closed, scene.say))
            return refused(scene.closed, page, HIDDEN)
        return public(greeting(self.pages, scene))
