"""Assets as an operator keeps them: listed, shown, made, changed, paused, and led elsewhere."""

from argparse import Namespace
from typing import Any

from infra.commands.screen import CannotGoOn, note, table
from infra.operate.asset.desk import Desk, Output
from twofold.assets.create import draw_asset_id
from twofold.assets.model import Asset
from twofold.messages.replies.keyword import keyword_fault

EDITED = ("name", "place", "channel", "form", "proof", "keyword", "target_url")
"""Options that are a field each."""

MOST_AT_ONCE = 500


def listed(desk: Desk, asked: Namespace) -> Output:
    desk.campaigns.campaign(asked.campaign)
    found = [desk.told(asset) for asset in desk.register.of_campaign(asked.campaign)]
    if not found:
        return Output(f"The campaign {asked.campaign} has no assets.", [])
    rows = [_row(told) for told in found]
    return Output(table(("id", "kind", "form", "name", "link", ""), rows), found)


def shown(desk: Desk, asked: Namespace) -> Output:
    told = desk.told(desk.register.current(asked.id))
    width = max(map(len, told))
    return Output("\n".join(f"{name.ljust(width)}  {_plain(value)}" for name, value in told.items()), told)


def created(desk: Desk, asked: Namespace) -> Output:
    """One, or a batch whose names are numbered. Raises what making one raises: those before it are there then."""
    if not 1 <= asked.count <= MOST_AT_ONCE:
        raise CannotGoOn(f"--count: between 1 and {MOST_AT_ONCE} at once.")
    if asked.count > 1 and (asked.slug or asked.keyword):
        raise CannotGoOn(
            "--count: a batch draws its own links and has no keyword; leave --slug and --keyword out."
        )
    fields = _fields(asked)
    made = [desk.create(_asset(asked, fields, number)) for number in range(1, asked.count + 1)]
    _warn_of_closed_shops(desk, fields)
    return _answer(desk, made)


def edited(desk: Desk, asked: Namespace) -> Output:
    changes = _fields(asked)
    if not changes:
        raise CannotGoOn("edit: say what to change, such as --name or --place; an empty value takes it away.")
    after = desk.change(asked.id, changes)
    _warn_of_closed_shops(desk, changes)
    return _answer(desk, [after])


def paused(desk: Desk, asked: Namespace) -> Output:
    return _answer(desk, [desk.change.pause(asked.id)])


def resumed(desk: Desk, asked: Namespace) -> Output:
    return _answer(desk, [desk.change.resume(asked.id)])


def pointed(desk: Desk, asked: Namespace) -> Output:
    if asked.landing is bool(asked.url):
        raise CannotGoOn("point: name a URL, or --landing for its own page; one of the two.")
    return _answer(desk, [desk.change.point(asked.id, asked.url)])


def _asset(asked: Namespace, fields: dict[str, Any], number: int) -> Asset:
    name = f"{asked.name} {number}" if asked.count > 1 else asked.name
    own = {"asset_id": draw_asset_id(asked.kind), "campaign_id": asked.campaign, "kind": asked.kind}
    return Asset(**{**fields, **own, "name": name, "slug": asked.slug})


def _fields(asked: Namespace) -> dict[str, Any]:
    """The fields that were named; an empty value is none. Raises CannotGoOn for a keyword that cannot be one."""
    fields = {name: value or None for name in EDITED if (value := getattr(asked, name, None)) is not None}
    for name in ("origins", "countries"):
        if getattr(asked, name) is not None:
            fields[name] = tuple(filter(None, getattr(asked, name)))
    if "name" in fields:
        fields["name"] = asked.name
    fault = keyword_fault(asked.keyword) if asked.keyword else None
    if fault:
        raise CannotGoOn(f"--keyword: {fault}")
    return fields


def _warn_of_closed_shops(desk: Desk, fields: dict[str, Any]) -> None:
    for origin in fields.get("origins", ()):
        if origin not in desk.shop_origins:
            again = "make up" if desk.env == "local" else f"make deploy ENV={desk.env}"
            note(
                f"--origin: browsers will be refused on {origin} until it stands among `shop_origins` of "
                f"infra/environments/{desk.env}.toml as well, and is deployed: {again}"
            )


def _answer(desk: Desk, assets: list[Asset]) -> Output:
    told = [desk.told(asset) for asset in assets]
    return Output(
        "\n".join("  ".join(_row(one)).rstrip() for one in told), told if len(told) > 1 else told[0]
    )


def _row(told: dict[str, Any]) -> tuple[str, ...]:
    leads = "paused" if told.get("paused") else told.get("target_url", "")
    fields = (told.get(name) or "" for name in ("asset_id", "kind", "form", "name", "link"))
    return (*fields, f"-> {leads}" if leads.startswith("http") else leads)


def _plain(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
