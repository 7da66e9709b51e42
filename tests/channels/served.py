"""A process that serves the app, for the tests of its end: `python -m tests.channels.served`."""

import asyncio
import socket
import sys

from channels.app import create_app
from channels.serve import serve
from tests.channels.fakes import House


async def main() -> None:
    house = House()
    app = create_app(house.services)

    @app.get("/slow")
    async def slow() -> str:
        await asyncio.sleep(0.5)
        return "done"

    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]

    def tell() -> None:
        sys.stdout.write(f"{port}\n")
        sys.stdout.flush()

    await serve(app, listener, house.services.drain, grace_s=float(sys.argv[1]), listening=tell)
    sys.stdout.write("left\n")


if __name__ == "__main__":
    asyncio.run(main())
