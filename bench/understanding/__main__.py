"""`python -m bench.understanding`, or `make bench`."""

import sys

if __name__ == "__main__":  # the process that weighs memory imports this file, and must stay fresh
    from argparse import ArgumentParser

    told = "What it costs to understand an utterance, beside a turn that does nothing."
    ArgumentParser("python -m bench.understanding", description=told).parse_args()

    from bench.understanding.run import main

    sys.exit(main())
