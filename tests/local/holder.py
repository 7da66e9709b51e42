"""A process that uses the stores until its input closes: `python -m tests.local.holder`.

Prints one JSON line `{"lines": [...], "urls": [...]}` when it has them, or `{"error": code}`.
"""

import json
import signal
import sys

from ratiba.local import LocalStoreError, stores


def main() -> None:
    # A shell leaves interrupts ignored in what it runs in the background; a user does not.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    lines: list[str] = []
    try:
        with stores(lines.append) as given:
            urls = [given.database_url, given.redis_url]
            sys.stdout.write(json.dumps({"lines": lines, "urls": urls}) + "\n")
            sys.stdout.flush()
            sys.stdin.read()
    except LocalStoreError as error:
        sys.stdout.write(json.dumps({"error": error.code, "said": str(error)}) + "\n")
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
