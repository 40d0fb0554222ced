"""The sandbox's command with a witness: every socket it binds or connects is written to a file.

`python -m tests.e2e.watched FILE OPTIONS...`
"""

import json
import sys
from pathlib import Path
from typing import Any

WATCHED = {
    "socket.bind": 1,
    "socket.connect": 1,
    "socket.sendto": 1,
    "socket.sendmsg": 1,
    "socket.getaddrinfo": 0,
    "socket.gethostbyname": 0,
    "socket.gethostbyaddr": 0,
    "socket.getnameinfo": 0,
}


def main() -> int:
    """Serve, and tell on itself."""
    with Path(sys.argv[1]).open("a", encoding="utf-8", buffering=1) as told:

        def witness(event: str, details: tuple[Any, ...]) -> None:
            if event in WATCHED and not told.closed:
                told.write(json.dumps([event, repr(details[WATCHED[event]])]) + "\n")

        sys.addaudithook(witness)
        sys.argv[1:2] = []
        from app.sandbox.__main__ import main as serve

        return serve()


if __name__ == "__main__":
    sys.exit(main())
