"""Writes what proves leads' consent, signed, a file each: `make evidence TO=+48601234567`, LEAD=… or FILE=ids.txt.

FILE has a lead's id, or a number with its country code, on each line. OUT= is the folder (default: .local/evidence).
`make evidence KEY=1` tells the fingerprint of the key that signs, for whoever verifies them:

    python -m twofold.verify --fingerprint FINGERPRINT .local/evidence/*.json
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from infra.commands.screen import CannotGoOn
from infra.local.workspace import Workspace
from infra.operate.deployment import Deployment, attached, known
from infra.operate.whom import lead_id, parser
from twofold.adapters.dynamodb.connection import connect
from twofold.contracts.errors import DomainError, NotFound
from twofold.contracts.settings import TableSettings
from twofold.leads.read_phone import read_e164
from twofold.privacy.evidence.prove import ProveConsent
from twofold.wiring.privacy import evidence_key, prove_consent


def main() -> None:
    arguments = _parser().parse_args()
    with attached(arguments.env) as deployment:
        key = evidence_key(deployment.outputs["SecretNames"]["root"])
        if arguments.key:
            print(key.fingerprint)
            return
        site = Workspace.current().read().get("site") if arguments.env == "local" else None
        connection = connect(TableSettings(**deployment.outputs["TableNames"]))
        prove = prove_consent(connection, key, site or known(arguments.env).site.url)
        folder = arguments.out or Workspace.current().path("evidence")
        unknown = [whom for whom in _whom(deployment, arguments) if not _written(prove, whom, folder)]
    if unknown:
        raise CannotGoOn(f"{len(unknown)} of them are nobody we know: {', '.join(unknown[:20])}")


def _parser() -> argparse.ArgumentParser:
    made = parser("evidence", __doc__)
    made.add_argument("--file", type=Path, help="lead ids or numbers, one a line")
    made.add_argument("--out", type=Path, help="the folder (default: .local/evidence)")
    made.add_argument("--key", action="store_true", help="tell the key's fingerprint alone")
    return made


def _whom(deployment: Deployment, arguments: argparse.Namespace) -> Iterator[str]:
    if not arguments.file:
        yield lead_id(deployment, arguments, "evidence")
        return
    try:
        lines = arguments.file.read_text("utf-8-sig").splitlines()
    except OSError as error:
        raise CannotGoOn(f"{arguments.file} cannot be read: {error.strerror}.") from None
    for number, line in enumerate(lines, start=1):
        if text := line.strip():
            yield _lead_id(deployment, text, number)


def _lead_id(deployment: Deployment, text: str, number: int) -> str:
    if not text.startswith("+"):
        return text
    try:
        return deployment.identify(read_e164(text, field="FILE"))
    except DomainError as refusal:
        raise CannotGoOn(f"Line {number}: {refusal.detail}") from None


def _written(prove: ProveConsent, whom: str, folder: Path) -> bool:
    try:
        bundle = prove(whom)
    except NotFound:
        return False
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{whom}.json"
    # A number and somebody's words are in it: for whoever asked, and nobody else of this machine.
    file.touch(mode=0o600)
    file.write_bytes(bundle.encode())
    print(file)
    return True


if __name__ == "__main__":
    main()
