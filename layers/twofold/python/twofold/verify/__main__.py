"""Verifies bundles of consent evidence, offline: `python -m twofold.verify bundle.json`.

Exit code 0: all of it holds. 1: something does not, and the lines that do not are named. 2: a file cannot be read.
"""

import argparse
import sys
from pathlib import Path

from .judge import Judgement, judge
from .seal import CHECKED


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m twofold.verify",
        description="Verifies bundles of consent evidence, offline. Changed lines are named.",
        epilog="Exit code 0: all of it holds. 1: something does not. 2: a file cannot be read.",
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="bundle.json", help="one bundle or several")
    parser.add_argument(
        "--fingerprint",
        help="of the key that must have signed, as its owner told you by another way (make evidence KEY=1)",
    )
    parser.add_argument("--signed", action="store_true", help="fail where the signature cannot be checked")
    arguments = parser.parse_args()
    return max(_verify(file, arguments.fingerprint, insist=arguments.signed) for file in arguments.files)


def _verify(file: Path, fingerprint: str | None, *, insist: bool) -> int:
    try:
        judged = judge(file.read_bytes())
    except OSError as error:
        print(f"{file}: cannot be read: {error.strerror}.", file=sys.stderr)
        return 2
    wrong = [str(finding) for finding in judged.findings] + _unmet(judged, fingerprint, insist=insist)
    print(f"{file}: {'DOES NOT HOLD' if wrong else 'holds'}.")
    for sentence in wrong or _told(judged):
        print(f"  {sentence}")
    return 1 if wrong else 0


def _unmet(judged: Judgement, fingerprint: str | None, *, insist: bool) -> list[str]:
    """What the caller asks for beyond what the bundle says of itself."""
    unmet = []
    if fingerprint and _plain(fingerprint) != judged.seal.get("fingerprint"):
        unmet.append(f"It names another key than {fingerprint}: {judged.seal.get('fingerprint')}.")
    if (insist or fingerprint) and judged.signature != CHECKED:
        unmet.append("Its signature was not checked: that takes `pip install cryptography`.")
    return unmet


def _plain(fingerprint: str) -> str:
    return fingerprint.replace(":", "").replace(" ", "").lower()


def _told(judged: Judgement) -> list[str]:
    heading, seal = judged.heading, judged.seal
    told = [
        f"Lead {heading.get('lead_id')} at {heading.get('site')}, as of {heading.get('made_at')}.",
        f"Checked: {len(judged.rows)} rows, each by its sum, and {len(judged.links)} links of the consent chain.",
    ]
    told += [f"Erased, and still part of the chain: {len(judged.erased)} links."] if judged.erased else []
    told += [f"Link {link['seq']} is older than commitments and erased: {_OLD}" for link in judged.unproved]
    key = f"the key {seal.get('fingerprint')}"
    if judged.signature == CHECKED:
        return [*told, f"Signed by {key}: ask its owner whether it is theirs."]
    return [*told, f"NOT checked: the signature of {key}. `pip install cryptography` and verify again."]


_OLD = "only the link behind it vouches for its digest."


if __name__ == "__main__":
    sys.exit(main())
