"""A lead's way and one sweep of an idle stack, through the functions as production has them set."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from infra.artefacts import BuiltArtefacts
from infra.artefacts.target import host
from tests.infra.synthesis import Template
from twofold.contracts.settings import SecretSettings

from .conversation import Worker
from .database import Stored
from .layout import ROOT, Function, known
from .place import Place, furnished
from .visits import Visits
from .walk import BEGIN, SWEEPER, Step, Walker
from .way import Way
from .webhook import subscribe

PHONE, OTHER_PHONE = "+48601234567", "+48601234568"
AGAIN = timedelta(minutes=5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """`way` with every cache empty; `stored` is what the lead leaves behind. `visit` and `impression` are nobody's.

    `enrolment` is what the engine does for a lead who never spends their code: it lets them in and does two steps. The
    first sweep of a day, `morning`, looks for what the others do not, `sweep`.

    By function: `memory` in MB, `secrets` read at a start, and whether Lambda starts traces of its own.
    """

    template: Template
    way: list[Step]
    visit: list[Step]
    impression: list[Step]
    enrolment: list[Step]
    morning: Step
    sweep: Step
    stored: Stored
    memory: Mapping[str, int]
    secrets: Mapping[str, int]
    traced: frozenset[str]


def count(template: Template, *, whole: bool = False, told: bool = False) -> Counted:
    """`whole`: with a reminder, a click and receipts. `told`: a webhook hears of everything."""
    with _functions(template) as functions, furnished(functions) as place:
        if told:
            subscribe(place.connection)
        morning, sweep = (_sweep(functions[SWEEPER], place, at) for at in (BEGIN, BEGIN + AGAIN))
        before = place.database.stored(BEGIN)
        with Walker.ready(functions, place) as walker:
            way = list(Way(walker, PHONE, reminded=whole, receipts=whole).go().values())
            stored, visits = place.database.stored(BEGIN).since(before), Visits(walker)
            visit, impression = visits.scan(), visits.show()
            enrolment = Way(walker, OTHER_PHONE, receipts=False).through()
        made = template.functions()
        return Counted(
            template=template,
            way=way,
            visit=visit,
            impression=impression,
            enrolment=enrolment,
            morning=morning,
            sweep=sweep,
            stored=stored,
            memory={name: p["MemorySize"] for name, p in made.items()},
            secrets={name: _secrets(function.settings) for name, function in functions.items()},
            traced=frozenset(n for n, p in made.items() if p["TracingConfig"]["Mode"] == "Active"),
        )


@contextmanager
def _functions(template: Template) -> Iterator[dict[str, Function]]:
    """Built for this machine's own interpreter, with the template's settings."""
    built = BuiltArtefacts(target=host())
    with TemporaryDirectory(dir=ROOT / ".local", prefix="cost-") as folder:
        opt = Path(folder) / "opt"
        for layer in (built.vendor(), built.product()):
            _place(layer, opt)
        yield {
            name: Function(
                name=name,
                folder=_place(built.function(name), Path(folder) / "task" / name),
                packages=opt / "python",
                settings={key: known(value) for key, value in p["Environment"]["Variables"].items()},
            )
            for name, p in template.functions().items()
        }


def _place(folder: Path, to: Path) -> Path:
    return Path(copytree(folder, to, copy_function=os.link, dirs_exist_ok=True))


def _sweep(function: Function, place: Place, at: datetime) -> Step:
    before = len(place.stub.requests)
    with Worker.of([function], place.stub.url) as worker:
        done = worker.do(SWEEPER, {}, at=at)
    return Step("sweep", SWEEPER, {}, place.stub.requests[before:], done["answer"], tuple(done["logged"]))


def _secrets(settings: Mapping[str, str]) -> int:
    named = SecretSettings.from_env(settings)
    return sum(getattr(named, field.name) is not None for field in fields(named))
