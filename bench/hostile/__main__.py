"""`python -m bench.hostile [COUNT] [SEED]`."""

import sys
from argparse import ArgumentParser, ArgumentTypeError

from bench.hostile.run import COUNT, MOST_MS, SEED, main


def _several(text: str) -> int:
    """A number of texts.

    Raises:
        ArgumentTypeError: it is none.
    """
    if not text.isdecimal() or not int(text):
        raise ArgumentTypeError(f"{text!r} is no number of texts: write 1 or more")
    return int(text)


def _parser() -> ArgumentParser:
    told = f"Hear hostile texts; 1 if one raises anything or takes more than {MOST_MS:g} ms."
    parser = ArgumentParser("python -m bench.hostile", description=told)
    parser.add_argument("count", nargs="?", type=_several, default=COUNT, help=f"{COUNT:,}")
    parser.add_argument("seed", nargs="?", type=int, default=SEED, help="of chance; same texts")
    return parser


if __name__ == "__main__":
    given = _parser().parse_args()
    sys.exit(main(given.count, given.seed))
