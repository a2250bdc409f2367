"""Serves the five addresses until it is told to end: `python -m infra.local.gateway`.

Ports come as `--site 8080 --api 8081 --admin 8082 --phone 8083 --shop 8084`; everything else is read
from `stack.json` as it is at each request, so that a deploy needs no restart.
"""

import argparse
import asyncio
import signal

from aiohttp import web

from infra.local.addresses import HOST
from infra.local.gateway import admin, edge, phone
from infra.local.gateway.shop import application as shop
from infra.local.gateway.target import Targets
from infra.local.workspace import Workspace

MAKERS = {
    "site": edge.application,
    "api": edge.application,
    "admin": admin.application,
    "phone": phone.application,
    "shop": shop.application,
}


async def serve(ports: dict[str, int]) -> None:
    """Every address at once, on this machine only."""
    targets = Targets(Workspace.current())
    runners = [
        (
            web.AppRunner(MAKERS[name](targets), access_log=None, handle_signals=False, shutdown_timeout=0.5),
            port,
        )
        for name, port in ports.items()
    ]
    for runner, port in runners:
        await runner.setup()
        await web.TCPSite(runner, HOST, port, backlog=512, reuse_address=True).start()
    await _told_to_end()
    for runner, _ in runners:
        await runner.cleanup()


async def _told_to_end() -> None:
    end = asyncio.Event()
    for sign in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(sign, end.set)
    await end.wait()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for name in MAKERS:
        parser.add_argument(f"--{name}", type=int, required=True)
    asyncio.run(serve(vars(parser.parse_args())))


if __name__ == "__main__":
    main()
