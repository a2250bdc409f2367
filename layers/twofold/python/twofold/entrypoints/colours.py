"""A campaign's theme as the style sheet that its page loads beside ours."""

from collections.abc import Mapping

from twofold.campaigns.contrast import letters_on
from twofold.campaigns.theme import dressed

LIGHT = "@media not all and (prefers-color-scheme: dark)"


def sheet(theme: Mapping[str, str]) -> str:
    """Variables alone, each of a value that was checked: nothing else can stand in it.

    Accent, radius and font hold by day and night; paper and ink are of the day, since our own night is dark.
    """
    fit = dressed(theme)
    always: dict[str, str] = {name: fit[name] for name in ("accent", "radius", "font") if name in fit}
    if "accent" in fit:
        always["on-accent"] = fit.get("on-accent") or letters_on(fit["accent"])
    rules = _rule(always)
    if fit.get("scheme") == "dark":
        return rules
    day = _day(fit)
    return rules + (_rule(day) if fit.get("scheme") == "light" or not day else f"{LIGHT}{{{_rule(day)}}}")


def _day(fit: Mapping[str, str]) -> dict[str, str]:
    """Paper and ink, and what else is made of them: shades that are read as well as the ink is."""
    if not {"paper", "ink"} & fit.keys():
        return {}
    given = {name: fit[name] for name in ("paper", "ink") if name in fit}
    return {**given, "soft": "var(--ink)", "line": "var(--ink)", "wash": "var(--paper)"}


def _rule(variables: Mapping[str, str]) -> str:
    if not variables:
        return ""
    return f":root{{{''.join(f'--{name}:{value};' for name, value in variables.items())}}}"
