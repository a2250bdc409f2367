"""Fills a campaign's texts in."""

from collections.abc import Mapping


def fill(template: str, fields: Mapping[str, str]) -> str:
    """The template with `{name}` replaced; in one pass, so that a value can never be taken for a field."""
    out, rest = [], template
    while rest:
        before, brace, rest = rest.partition("{")
        out.append(before)
        name, end, after = rest.partition("}")
        if brace and end and name in fields:
            out.append(fields[name])
            rest = after
        else:
            out.append(brace)
    return "".join(out)
