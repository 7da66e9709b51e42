"""Rules that the linters cannot say: sizes, locks, and pairs of files that must tell the same."""

import os
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from ruamel.yaml import YAML

from engine.settings import Settings
from ratiba.main import commands

ROOT = Path(__file__).parent.parent
PACKAGES = ("engine", "channels", "tools", "ratiba", "sandbox", "migrations", "studio", "bench")
DATA = ("flows", "verticals", "prompts", "models")
NOT_OURS = {"__pycache__", "node_modules", "build", "dist"}
LOCKS = sorted((ROOT / "requirements").glob("*.lock"))
REGISTRY = re.compile(
    r"-{2}(?:extra-)?index-url|-{2}find-links|_INDEX[_]URL|^registry\s*=", re.MULTILINE
)
"""How a file would name the host of a package registry: which one, the machine's set-up says."""
# Variables of the launcher, the command and compose.yml; all others are fields of Settings.
OTHER_VARIABLES = {
    "POSTGRES_PASSWORD",
    "RATIBA_DOMAIN",
    "RATIBA_FSYNC",
    "RATIBA_HOME",
    "RATIBA_REDIS",
    "RATIBA_RUN_DIR",
    "RATIBA_TRACE",
}


def read(path: str | Path) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def project() -> dict[str, Any]:
    return tomllib.loads(read("pyproject.toml"))


def modules() -> list[Path]:
    folders = (*PACKAGES, "tests")
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def our_files() -> Iterator[Path]:
    """Every text file of the clone."""
    for folder, below, names in os.walk(ROOT):
        ours = (name for name in below if name not in NOT_OURS)
        below[:] = [name for name in ours if name == ".ci" or not name.startswith(".")]
        yield from (Path(folder, name) for name in names if name != ".env")


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_a_module_fits_on_a_few_screens() -> None:
    lines = {named(module): len(read(module).splitlines()) for module in modules()}
    too_long = {module: length for module, length in lines.items() if length > 300}
    assert not too_long, "Split by concern."


def test_data_folders_hold_no_python() -> None:
    found = [named(path) for folder in DATA for path in (ROOT / folder).rglob("*.py")]
    assert not found, "Onboarding a vertical is never code."


def test_no_file_names_a_registry_or_a_machine() -> None:
    place = re.compile(r"(?<![\w.$}])/(?:root|work)/\w")
    for path in our_files():
        text = path.read_bytes().decode("utf-8", errors="ignore")
        for number, line in enumerate(text.splitlines(), start=1):
            found = REGISTRY.search(line) or place.search(line)
            where = f"{named(path)}:{number}: {line.strip()}"
            assert found is None, where


@pytest.mark.parametrize("lock", LOCKS, ids=named)
def test_a_lock_pins_and_hashes_everything_and_holds_no_address(lock: Path) -> None:
    text = read(lock)
    assert "://" not in text
    entries = re.split(r"\n(?=\w)", text.strip())
    assert entries
    for entry in entries:
        assert re.match(r"[\w.-]+(\[[\w,-]+\])?==\S+ ", entry), f"not pinned: {entry[:60]}"
        assert "--hash=sha256:" in entry, f"no hash: {entry[:60]}"


@pytest.mark.parametrize("part", ["demo", "dev"])
def test_the_smaller_locks_agree_with_the_full_one(part: str) -> None:
    assert pins(part) <= pins("all"), "Run `make lock`."
    assert pins("demo") <= pins(part), "make demo keeps what make test installed."


def test_what_the_bench_adds_changes_no_package_that_is_there() -> None:
    versions = dict(pin.split("==") for pin in pins("all"))
    added = dict(pin.split("==") for pin in pins("bench"))
    assert {name: versions.get(name, at) for name, at in added.items()} == added, "Run `make lock`."
    assert asked("bench")
    assert set(asked("bench")) <= added.keys() - versions.keys()


def pins(name: str) -> set[str]:
    pinned = r"^([\w.-]+(?:\[[\w,-]+\])?==[^\s;]+)"
    return set(re.findall(pinned, read(f"requirements/{name}.lock"), flags=re.MULTILINE))


def test_the_package_asks_for_what_the_locks_are_made_of() -> None:
    wants = project()
    assert wants["project"]["dependencies"] == asked("core")
    extras = wants["project"]["optional-dependencies"]
    assert extras == {name: asked(name) for name in extras}
    assert wants["dependency-groups"]["dev"] == asked("dev")
    locked = {line for name in ("core", *extras, "dev") for line in asked(name)}
    assert set(map(bare, locked)) <= set(map(bare, pins("all"))), "Run `make lock`."


def bare(requirement: str) -> str:
    """The name of a package as a lock spells it."""
    return re.split(r"[>=\[]", requirement)[0].replace(".", "-")


def asked(name: str) -> list[str]:
    lines = read(f"requirements/{name}.in").splitlines()
    return [line for line in lines if line and not line.startswith(("#", "-r"))]


def test_make_tells_of_every_verb() -> None:
    verbs = set(re.findall(r"^([a-z]+):", read("Makefile"), flags=re.MULTILINE))
    told = set(re.findall(r"^([a-z]+):.*## \w", read("Makefile"), flags=re.MULTILINE))
    assert verbs - told == {"usable"}


def test_commands_that_pages_name_exist() -> None:
    verbs = set(re.findall(r"^([a-z]+):.*##", read("Makefile"), flags=re.MULTILINE))
    known = {"ratiba": verbs_of_ratiba(), "make": verbs}
    in_code = re.compile(r"(?:^|`|\$ )(?:\.venv/bin/)?(make|ratiba) ([a-z]+)", re.MULTILINE)
    for page in ("README.md", "ARCHITECTURE.md", "CHANGELOG.md"):
        for program, verb in in_code.findall(read(page)):
            assert verb in known[program], f"{page}: {program} {verb}"


def verbs_of_ratiba() -> set[str]:
    command = typer.main.get_command(commands)
    return set(getattr(command, "commands", {}))


def test_continuous_integration_runs_what_people_run() -> None:
    assert "make test" in read(".ci/run")
    assert os.access(ROOT / ".ci/run", os.X_OK)


def test_the_example_names_every_variable_and_says_what_it_is() -> None:
    lines = read(".env.example").splitlines()
    variables = {}
    for above, line in zip(["", *lines], lines, strict=False):
        if line and not line.startswith("#"):
            name = line.split("=")[0]
            assert above.startswith("# "), f"{name} is not explained"
            assert not above.startswith("# ---"), f"{name} is not explained"
            variables[name] = line
    assert set(variables) == {name.upper() for name in Settings.model_fields} | OTHER_VARIABLES


def test_every_channel_is_kept_apart_from_the_others() -> None:
    contracts = project()["tool"]["importlinter"]["contracts"]
    (apart,) = [contract for contract in contracts if contract["type"] == "independence"]
    packages = {path.parent.name for path in (ROOT / "channels").glob("*/__init__.py")}
    assert apart["modules"] == [f"channels.{name}" for name in sorted(packages)]


def test_the_deployment_starts_processes_that_exist_and_asks_readyz() -> None:
    services = YAML(typ="safe").load(ROOT / "compose.yml")["services"]
    ours = {name: service for name, service in services.items() if "build" in service}
    verbs = {service["command"][0] for service in ours.values() if "profiles" not in service}
    assert verbs == {"migrate", "api", "worker"}
    assert verbs <= verbs_of_ratiba()
    assert "/readyz" in services["api"]["healthcheck"]["test"][-1]
    assert "health_uri /readyz" in read("docker/Caddyfile")
    assert "requirements/all.lock" in read("docker/Dockerfile")
    for service in services.values():
        for needed in service.get("depends_on", {}):
            assert needed in services
