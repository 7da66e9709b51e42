"""Start and stop the embedded Valkey: memory only, hot state may be lost."""

import signal
from urllib.parse import quote

from ratiba.local import probe, processes
from ratiba.local.account import Account, make_folder
from ratiba.local.paths import Places
from ratiba.local.problem import LocalStoreError

START_WITHIN_S = 10.0
DATABASES = 64  # each test worker takes one


def url(places: Places) -> str:
    """The URL of database 0 of the embedded Valkey."""
    return f"unix://{quote(str(places.valkey_socket))}?db=0"


def is_up(places: Places) -> bool:
    """Whether Valkey answers."""
    return probe.valkey_answers(places.valkey_socket)


def start(places: Places, account: Account) -> None:
    """Start Valkey; the caller holds the lock and has seen that it is not up.

    Raises:
        LocalStoreError: `valkey_start_failed`.
    """
    processes.end(processes.of_valkey(places.valkey_socket), signal.SIGTERM)
    folder = account.base / "valkey"
    make_folder(account, folder)
    # This order of the first options is what `processes.of_valkey` looks for.
    options = ["--port", "0", "--unixsocket", str(places.valkey_socket), "--unixsocketperm", "700"]
    options += ["--save", "", "--appendonly", "no", "--databases", str(DATABASES)]
    options += ["--daemonize", "yes", "--set-proc-title", "no", "--pidfile", ""]
    options += ["--dir", str(folder), "--logfile", "log", "--loglevel", "warning"]
    account.run(account.programs.valkey, *options, capture=False)
    if not processes.wait_until(lambda: is_up(places), START_WITHIN_S):
        raise LocalStoreError(
            "valkey_start_failed",
            "Valkey did not start",
            f"See {folder / 'log'}, set REDIS_URL, or set RATIBA_REDIS=off to do without.",
        )


def stop(places: Places) -> None:
    """Stop Valkey if it runs, even if its socket was deleted."""
    if is_up(places):
        probe.shut_valkey_down(places.valkey_socket)
    else:
        processes.end(processes.of_valkey(places.valkey_socket), signal.SIGTERM)
