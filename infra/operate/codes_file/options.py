"""What `make codes` may be asked."""

import argparse
from pathlib import Path

FORMAT = """\
the file
  CSV in UTF-8, a coupon a line, at most 1,000,000 lines and 100 MB:

      code,expires_at
      SG-7K2M-9PQX,2026-12-31
      SG-4F8W-T3ZD,

  The heading may be left out; then the first column is the coupon and the second its end, if there is one. An end is a
  day, which the coupon is still good on (UTC), or an instant with its offset: 2026-12-31T22:00:00+01:00. Columns may be
  parted by commas, semicolons or tabs. Other columns are not read where there is a heading.
  A coupon has 1 to 64 letters, digits, blanks, hyphens, dots and underscores, and begins with a letter or digit. Case,
  blanks and hyphens are shown to people as they are, and do not matter when one is typed in.

examples
  make codes FILE=coupons.csv CAMPAIGN=buffet-20              # check it, upload it, and see it through
  make codes FILE=coupons.csv CHECK=1                         # only look: which lines hold no coupon?
  make codes FILE=coupons.csv CAMPAIGN=buffet-20 ENV=prod
  make codes IMPORT=imp_5b1f0c9d2e7a4386b0d4f1a2c3e59787      # look again how far an import is
"""


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(
        prog="make codes",
        description="Brings coupons that were made elsewhere into a campaign's pool.",
        epilog=FORMAT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("file", nargs="?", type=Path, help="the coupons (FILE=)")
    made.add_argument("--campaign", help="whose pool they are for (CAMPAIGN=)")
    made.add_argument("--check", action="store_true", help="look at the file and send nothing (CHECK=1)")
    made.add_argument("--import", dest="import_id", help="follow an import that was begun before (IMPORT=)")
    made.add_argument("--env", default="local", help="the deployment: local (default), dev or prod")
    return made
