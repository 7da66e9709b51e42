"""`python -m bench.understanding`, or `make bench`."""

import sys

if __name__ == "__main__":  # the process that weighs memory imports this file, and must stay fresh
    from bench.understanding.run import main

    sys.exit(main())
