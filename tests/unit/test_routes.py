"""Addresses are written by the catalogue of routes, and by nobody else."""

import re

from tests.architecture.tree import files, name, text
from twofold.contracts.routes.catalogue import ROUTES
from twofold.contracts.routes.pages import CODE_QR, LANDING
from twofold.contracts.routes.signups import LANDING_CODE

SITE = "https://go.example.com"
CATALOGUE = "layers/twofold/python/twofold/contracts/"
IN_WORDS = re.compile("`[^`]*`")
"""What docstrings tell of an address."""


def test_an_address_is_made_of_the_site_and_the_ids():
    assert LANDING_CODE.at(SITE, asset_id="ast_a", challenge_id="c1") == f"{SITE}/j/ast_a/c1"
    assert LANDING.at("", asset_id="ast_a") == "/j/ast_a"


def test_a_file_keeps_its_ending():
    assert CODE_QR.at(SITE, file="ABCD-2345.svg") == f"{SITE}/q/ABCD-2345.svg"


def test_an_id_cannot_lead_anywhere_else():
    assert LANDING.at(SITE, asset_id="../c/x?a=b#é") == f"{SITE}/j/..%2Fc%2Fx%3Fa%3Db%23%C3%A9"


def test_nobody_writes_an_address_of_one_letter_by_hand():
    letters = {route.path[1] for route in ROUTES if re.match(r"/[a-z]/", route.path)}
    by_hand = re.compile(rf"""["'}}]/[{"".join(sorted(letters))}]/(?:{{|$|["'])""", re.MULTILINE)
    product = [path for path in files(".py") if name(path).startswith(("layers/", "infra/", "functions/"))]
    assert letters
    assert not [
        name(path)
        for path in product
        if not name(path).startswith(CATALOGUE) and by_hand.search(IN_WORDS.sub("", text(path)))
    ]
