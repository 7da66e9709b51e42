"""Who runs the servers and where their data lie: Postgres refuses to run as root."""

import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path

from ratiba.local import wheels
from ratiba.local.paths import Places, give
from ratiba.local.problem import GIVE_POSTGRES, LocalStoreError


@dataclass(frozen=True, slots=True)
class Account:
    """The account of both servers.

    Attributes:
        uid: the caller's, unless that is root.
        gid: its group.
        base: holds the data folders `pg` and `valkey`; the account can reach it.
        programs: where the servers' programs are, readable by the account.
    """

    uid: int
    gid: int
    base: Path
    programs: wheels.Programs

    @property
    def data(self) -> Path:
        """PGDATA."""
        return self.base / "pg"

    def run(
        self, program: Path, *arguments: str | Path, capture: bool = True
    ) -> subprocess.CompletedProcess[str]:
        """Run a program as this account, in a clean environment.

        `capture` must be off for a program that leaves a server behind: the server would keep the
        pipe open, and whoever reads it would wait for ever.
        """
        switch = os.geteuid() == 0
        output = subprocess.PIPE if capture else subprocess.DEVNULL
        return subprocess.run(  # noqa: S603 (our own programs, no shell)
            [program, *arguments],
            user=self.uid if switch else None,
            group=self.gid if switch else None,
            extra_groups=[] if switch else None,
            cwd="/",
            env={"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "TZ": "UTC"},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            text=True,
            check=False,
        )

    def can_work(self) -> bool:
        """Whether it reaches its programs and its base; tried, since modes alone cannot tell."""
        try:
            runs = self.run(self.programs.postgres / "postgres", "-V").returncode == 0
            check = 'test -x "$0" && test -x "$1"'
            return (
                runs
                and not self.run(
                    Path("/bin/sh"), "-c", check, self.base, self.programs.valkey
                ).returncode
            )
        except OSError:
            return False


def find_account(places: Places) -> Account:
    """The caller; for root the owner of the data, else `nobody`.

    Root whose clone that account cannot reach gets a copy of the programs, and the data, under
    /var/lib/ratiba: no permission of anybody's folder is changed.

    Raises:
        LocalStoreError: `wheel_missing`, `unquotable_path`, `no_account`.
    """
    uid, gid = _identity(places)
    account = Account(uid, gid, places.home, wheels.find_programs())
    if os.geteuid() == 0 and not account.can_work():
        account = Account(uid, gid, places.neutral, wheels.copied_programs(places.neutral))
    wheels.refuse_unquotable(account.programs.postgres, account.data)
    return account


def owner(places: Places) -> int:
    """The uid that runs the servers and owns their sockets."""
    return _identity(places)[0]


def make_folder(account: Account, folder: Path) -> None:
    """Make a data folder that the account alone can enter."""
    folder.mkdir(mode=0o700, exist_ok=True)
    give(folder, account.uid)


def require_name(account: Account) -> None:
    """Refuse an account without an entry in the system's list: initdb asks for its name.

    Raises:
        LocalStoreError: `no_account`.
    """
    try:
        pwd.getpwuid(account.uid)
    except KeyError as error:
        raise LocalStoreError(
            "no_account",
            f"Postgres needs a named account, uid {account.uid} has no name",
            GIVE_POSTGRES,
        ) from error


def _identity(places: Places) -> tuple[int, int]:
    if os.geteuid() != 0:
        return os.geteuid(), os.getegid()
    data = places.home / "pg"
    found = (data if data.exists() else places.home).stat()
    if found.st_uid != 0:
        return found.st_uid, found.st_gid
    try:
        nobody = pwd.getpwnam("nobody")
    except KeyError as error:
        raise LocalStoreError(
            "no_account",
            "Postgres refuses to run as root, and there is no account `nobody`",
            GIVE_POSTGRES,
        ) from error
    return nobody.pw_uid, nobody.pw_gid
