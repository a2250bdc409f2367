"""A stage on which a few actors take turns, one step at a time, in an order that is chosen beforehand.

An actor stops before each call of a port, so that every order in which the calls of several processes can reach the
database or the provider can be played, each exactly once, and played again.
"""

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Deed = Callable[[], Any]
TOO_LONG = 20.0
"""Seconds after which an actor is stuck for good, which is a mistake of the stage."""


@dataclass(frozen=True)
class Turn:
    """One choice: who could go, who had gone before, who went."""

    able: tuple[str, ...]
    before: str | None
    went: str

    def interrupts(self, other: str) -> bool:
        """Whether letting `other` go here takes the turn from somebody who could have gone on."""
        return self.before in self.able and other != self.before


@dataclass
class _Actor:
    deed: Deed
    gate: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    done: bool = False


@dataclass
class Stage:
    """Everything that is done outside of `play` passes without a stop. `failed`: what an actor did not expect."""

    failed: list[BaseException] = field(default_factory=list)
    _actors: dict[str, _Actor] = field(default_factory=dict)
    _back: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    _own: threading.local = field(default_factory=threading.local)

    def stop(self) -> str | None:
        """Wait for the next turn; answer whose it is."""
        name: str | None = getattr(self._own, "name", None)
        if name:
            self._back.release()
            assert self._actors[name].gate.acquire(timeout=TOO_LONG)
        return name

    def play(self, deeds: Mapping[str, Deed], given: Sequence[str]) -> list[Turn]:
        """Let those go who are `given`, turn by turn; after that, whoever went last for as long as they can."""
        self._actors = {name: _Actor(deed) for name, deed in deeds.items()}
        for name in deeds:
            threading.Thread(target=self._act, args=(name,), daemon=True).start()
        turns: list[Turn] = []
        while able := tuple(name for name, actor in self._actors.items() if not actor.done):
            before = turns[-1].went if turns else None
            went = given[len(turns)] if len(turns) < len(given) else before if before in able else able[0]
            turns.append(Turn(able, before, went))
            self._actors[went].gate.release()
            assert self._back.acquire(timeout=TOO_LONG), f"{went} never came back"
        return turns

    def _act(self, name: str) -> None:
        self._own.name, actor = name, self._actors[name]
        actor.gate.acquire()
        try:
            actor.deed()
        except BaseException as error:  # noqa: BLE001 - whatever it is, the play goes on and somebody judges
            self.failed.append(error)
        finally:
            actor.done = True
            self._back.release()


def orders(play: Callable[[Sequence[str]], list[Turn]], *, interruptions: int) -> Iterator[tuple[str, ...]]:
    """Play every order in which nobody is interrupted more often than that, fewest first; answer each as it ran.

    The way of stateless model checking (Musuvathi and Qadeer, PLDI 2007): most mistakes need few interruptions.
    """
    waiting: list[list[tuple[str, ...]]] = [[()], *([] for _ in range(interruptions))]
    for so_many, prefixes in enumerate(waiting):
        while prefixes:
            given = prefixes.pop()
            turns = play(given)
            yield tuple(turn.went for turn in turns)
            for place in range(len(given), len(turns)):
                for other in turns[place].able:
                    cost = so_many + turns[place].interrupts(other)
                    if other != turns[place].went and cost <= interruptions:
                        waiting[cost].append((*(turn.went for turn in turns[:place]), other))
