"""The small world as a folder of files, and what a check of it says."""

from pathlib import Path

from engine.render.book import PhraseBook
from engine.spec.check import check_files
from engine.spec.report import Report
from tests.spec.world import BASE, TOOLS

WORDS = {
    "visit": (
        *("which", "when", "number", "summary", "taken"),
        *("which.again", "sure.declined"),
    ),
    "till": ("refused", "refused.declined"),
}


def small_world(tmp_path: Path) -> Path:
    """Write the small world as a folder, with phrases in both languages."""
    (tmp_path / "flows").mkdir()
    for path in BASE.glob("*.yaml"):
        (tmp_path / "flows" / path.name).write_text(path.read_text("utf-8"), "utf-8")
    for locale in ("en", "sw"):
        folder = tmp_path / "prompts" / locale
        folder.mkdir(parents=True)
        for flow, names in WORDS.items():
            lines = (f"{name}: '{_words(name)}'\n" for name in names)
            (folder / f"{flow}.yaml").write_text("".join(lines), "utf-8")
    return tmp_path


def _words(name: str) -> str:
    shows = name in {"summary", "refused"}
    return "{{ time }} {{ price }} {{ phone }}" if shows else "Some words"


def check(root: Path, *paths: Path) -> Report:
    return check_files(root, TOOLS, PhraseBook.from_texts, paths=paths)


def told(report: Report) -> list[str]:
    return [str(problem) for problem in report.problems]


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
