"""Brings coupons into a campaign's pool: `make codes FILE=coupons.csv CAMPAIGN=buffet-20`."""

import sys
from argparse import Namespace

from infra.commands.screen import CannotGoOn, done, note, step
from infra.operate.codes_file.bring import book_of, bring, campaign_named, uploads_of
from infra.operate.codes_file.check import Looked, checked, listed
from infra.operate.codes_file.follow import follow, tell
from infra.operate.codes_file.options import parser
from infra.operate.deployment import attached
from twofold.adapters.dynamodb.imports import DynamoImportBook
from twofold.adapters.s3_uploads import S3Uploads
from twofold.contracts.instants import now
from twofold.imports.show import ShowImport


def main(arguments: list[str] | None = None) -> None:
    asked = parser().parse_args(arguments)
    if asked.file is None and not asked.import_id:
        parser().print_help()
        raise CannotGoOn("Which file, for which campaign? make codes FILE=coupons.csv CAMPAIGN=buffet-20")
    looked = _look(asked) if asked.file else None
    if asked.check:
        return
    if looked and not asked.campaign:
        raise CannotGoOn("For which campaign? make codes FILE=coupons.csv CAMPAIGN=buffet-20")
    with attached(asked.env) as deployment:
        book, uploads = book_of(deployment), uploads_of(deployment)
        import_id = _bring(asked, book, uploads) if looked else asked.import_id
        tell(follow(import_id, ShowImport(book=book, links=uploads, clock=now)))


def _look(asked: Namespace) -> Looked:
    with step(f"Looking at {asked.file.name}"):
        looked = checked(asked.file)
    done(f"{looked.good:,} coupons, of which {looked.first} is the first")
    if looked.bad:
        note(f"These lines hold no coupon and will be left out ({len(looked.bad):,}):")
        print(listed(looked.bad), file=sys.stderr)
    return looked


def _bring(asked: Namespace, book: DynamoImportBook, uploads: S3Uploads) -> str:
    if campaign_named(asked.campaign).pool is None:
        note(f"{asked.campaign} gives out codes of its own until its file says `pool`: make seed.")
    return bring("codes", asked.file, asked.campaign, book, uploads)


if __name__ == "__main__":
    main()
