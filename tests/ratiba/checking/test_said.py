"""What customers say is checked with the flows: a slip in it is told at its line."""

from pathlib import Path

from ratiba.checking.said import SAID, TOPICS, said_faults


def test_what_is_shipped_has_no_faults(tmp_path: Path) -> None:
    assert said_faults(tmp_path, afresh=True) == ()


def test_slips_in_cues_words_and_topics_are_told_at_once_and_again(tmp_path: Path) -> None:
    ours = tmp_path / "ours"
    for name, text in (
        (f"{SAID}/en/tasks.yaml", "- act: cancle\n  confidence: 0.9\n  said: cancel it\n"),
        (f"{SAID}/en/words.yaml", "firm:\n"),
        (f"{TOPICS}/topics.yaml", "- topic: parking\n  confidence: 2\n  said: parking\n"),
    ):
        (ours / name).parent.mkdir(parents=True, exist_ok=True)
        (ours / name).write_text(text)
    first = said_faults(tmp_path / "home", afresh=False, ours=ours)
    assert [(one.line, one.key) for one in first] == [
        (1, "0.act"),
        (1, "firm"),
        (2, "0.confidence"),
    ]
    assert said_faults(tmp_path / "home", afresh=False, ours=ours) == first
