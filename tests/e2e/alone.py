"""A whole day of the sandbox in a network namespace of its own: nothing but this machine is there.

`unshare -rn python -m tests.e2e.alone FILE`. Prints what the kernel counted, as JSON.
"""

import contextlib
import json
import socket
import struct
import sys
from pathlib import Path

from .story import handler, play
from .test_sandbox_alone import serving

_SET_FLAGS, _UP_AND_RUNNING = 0x8914, 0x41
ELSEWHERE = ("192.0.2.1", 80)  # kept free for documents


def main() -> None:
    """Play the story, then look whether the counter would have noticed a step outside."""
    _raise_loopback()
    before = _without_way()
    with handler() as taken, serving(Path(sys.argv[1])) as about:
        answers = len(play(about, taken))
    after = _without_way()
    with contextlib.suppress(OSError), socket.create_connection(ELSEWHERE, timeout=1):
        pass
    print(
        json.dumps(
            {
                "answers": answers,
                "interfaces": [name for _, name in socket.if_nameindex()],
                "outside": after - before,
                "noticed": _without_way() - after,
            }
        )
    )


def _raise_loopback() -> None:
    import fcntl

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, _SET_FLAGS, struct.pack("16sh14x", b"lo", _UP_AND_RUNNING))


def _without_way() -> int:
    """How many packets had no way out of this namespace."""
    names, numbers = [
        line.split() for line in Path("/proc/net/snmp").read_text().splitlines() if "Ip:" in line
    ][:2]
    return int(numbers[names.index("OutNoRoutes")])


if __name__ == "__main__":
    main()
