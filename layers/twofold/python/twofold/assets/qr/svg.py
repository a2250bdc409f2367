"""A code as SVG: one path, nothing to run, the same bytes for the same code."""

from .code import Code


def path(code: Code) -> str:
    """The dark modules as the `d` of one path; a module is one unit, and 0 0 is the corner of the quiet zone."""
    return "".join(f"M{x} {y}h{length}v1h-{length}z" for x, y, length in code.runs())


def svg(code: Code, side_mm: float) -> str:
    """A document of its own on white, whose code is `side_mm` wide without the quiet zone; it scales to any size."""
    whole_mm = round(side_mm * code.whole / code.size, 2)
    whole = code.whole
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}" width="{whole_mm}mm" '
        f'height="{whole_mm}mm" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{whole}v{whole}H0z"/>'
        f'<path d="{path(code)}"/></svg>'
    )
