"""`python -m bench.hostile [COUNT] [SEED]`."""

import sys

from bench.hostile.run import main

if __name__ == "__main__":
    sys.exit(main(*(int(argument) for argument in sys.argv[1:3])))
