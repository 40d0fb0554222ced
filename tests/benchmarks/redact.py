"""Work of the redaction on hostile texts: four times the length over the length itself.

Run by hand: `.venv/bin/python tests/benchmarks/redact.py`. Linear work gives about 4, quadratic 16;
more than 10 ends with exit code 1.
"""

import sys
from time import process_time

from app.bitrix.redact import redact

TRIES, LENGTH, MOST = 5, 20_000, 10


def unclosed(length: int) -> str:
    """Names with values that never end, about `length` characters together."""
    return "".join('"auth":' + "\\" * count + '"' for count in range(int(length**0.5), 0, -1))


TEXTS = {
    "auth": lambda length: '"auth":"' * (length // 8),
    "code": lambda length: "?code=" * (length // 6),
    "keys": lambda length: "https://a.b/" + "?key=" * (length // 5),
    "packed": lambda length: "https://a.b/" + "%3F" * (length // 3),
    "rest": lambda length: "/rest/1/" * (length // 8),
    "brackets": lambda length: "[" * length,
    "backslashes": lambda length: "\\" * length,
    "unclosed": unclosed,
}


def work(text: str) -> float:
    """Processor seconds, the least of some tries."""
    spent = []
    for _ in range(TRIES):
        begun = process_time()
        redact(text)
        spent.append(process_time() - begun)
    return min(spent)


def main() -> int:
    """Measure and print each ratio."""
    ratios = {name: work(grow(4 * LENGTH)) / work(grow(LENGTH)) for name, grow in TEXTS.items()}
    for name, ratio in ratios.items():
        print(f"{name}: {ratio:.1f}")
    return int(max(ratios.values()) > MOST)


if __name__ == "__main__":
    sys.exit(main())
