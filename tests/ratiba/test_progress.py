"""How far long work has come: told to whoever looks on, and now and then to a log."""

from io import StringIO

from ratiba.terminal.progress import EVERY_S, Progress


class Screen(StringIO):
    """A terminal."""

    def isatty(self) -> bool:
        return True


def told(stream: StringIO, *seconds: float, quiet: bool = False) -> str:
    """What stands there after work that was told of at these seconds."""
    clock = iter(seconds)
    progress = Progress(quiet=quiet, stream=stream, now=lambda: next(clock))
    for number, _ in enumerate(seconds, 1):
        progress.again(f"proving {number} of 9")
    return stream.getvalue()


def test_quick_work_leaves_no_line_in_a_log() -> None:
    assert not told(StringIO(), 0.5, 1.0, EVERY_S)


def test_long_work_leaves_a_line_now_and_then_for_programs_too() -> None:
    seconds = (1.0, EVERY_S + 1, EVERY_S + 2, 2 * EVERY_S + 1)
    lines = "ratiba: proving 2 of 9\nratiba: proving 4 of 9\n"
    assert told(StringIO(), *seconds) == lines
    assert told(StringIO(), *seconds, quiet=True) == lines


def test_what_came_before_is_ended_with_its_time() -> None:
    for stream in (StringIO(), Screen()):
        progress = Progress(stream=stream, now=lambda: 1.0)
        progress("starting Valkey")
        progress.again("eval: 0 of 9")
        progress.done("9 scored")
        assert stream.getvalue().startswith("starting Valkey ... 0.0 s\n")


def test_whoever_looks_on_sees_one_line_that_changes() -> None:
    progress = Progress(stream=(stream := Screen()), now=lambda: 1.0)
    progress.again("proving 1 of 9")
    progress.again("proving 2 of 9")
    assert stream.getvalue() == "proving 1 of 9 ... \r\x1b[Kproving 2 of 9 ... "
