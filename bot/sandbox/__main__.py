"""`python -m bot.sandbox SEED.json`: the local workspace on its own."""

import argparse
import asyncio
import signal
import sys
from pathlib import Path

from bot.sandbox.seed import WorkspaceSeed
from bot.sandbox.server import LOCALHOST, Sandbox
from bot.sandbox.workspace import Timing


def parser() -> argparse.ArgumentParser:
    arguments = argparse.ArgumentParser(prog="python -m bot.sandbox", description=__doc__)
    arguments.add_argument("seed", type=Path, help="the workspace, as JSON")
    arguments.add_argument("--host", default=LOCALHOST)
    arguments.add_argument("--port", type=int, default=0, help="0: any free port")
    arguments.add_argument("--clock-file", type=Path, help="where the clock's offset is written, in seconds")
    return arguments


async def serve(options: argparse.Namespace) -> None:
    """Until interrupted or terminated."""
    seed = WorkspaceSeed.model_validate_json(options.seed.read_bytes())
    sandbox = Sandbox(seed, Timing(clock_file=options.clock_file))
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stopping.set)
    try:
        sys.stdout.write(f"{await sandbox.start(options.host, options.port)}\n")
        sys.stdout.flush()
        await stopping.wait()
    finally:
        await sandbox.stop()


def main() -> None:
    asyncio.run(serve(parser().parse_args()))


if __name__ == "__main__":
    main()
