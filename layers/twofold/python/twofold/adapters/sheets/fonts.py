"""The fonts of a PDF: which characters they have, and how wide words are in them."""

from pathlib import Path

from twofold.contracts.errors import InvalidRequest

from .direction import in_drawn_order


class Font:
    """One TrueType font, embedded as far as it is used."""

    def __init__(self, name: str, file: Path) -> None:
        from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
        from reportlab.pdfbase.ttfonts import TTFont  # type: ignore[import-untyped]

        if not file.is_file():
            raise InvalidRequest(f"There is no font {file.name} in {file.parent}.", field="fonts")
        self.name = name
        self._font = TTFont(name, str(file))
        pdfmetrics.registerFont(self._font)

    def shown(self, text: str) -> str:
        """What can be drawn of it, from left to right as it is drawn."""
        return "".join(
            character for character in in_drawn_order(text) if ord(character) in self._font.face.charWidths
        )

    def width(self, text: str) -> float:
        """In type sizes."""
        return float(self._font.stringWidth(text, 1))


class Fonts:
    """DejaVu Sans, regular and bold. Raises InvalidRequest when the folder lacks one."""

    def __init__(self, folder: Path) -> None:
        self.regular = Font("DejaVuSans", folder / "DejaVuSans.ttf")
        self.bold = Font("DejaVuSans-Bold", folder / "DejaVuSans-Bold.ttf")
