"""CPU time that the console uses in 60 idle seconds, signed in to a sandbox that it polls.

Run by hand: `.venv/bin/python tests/benchmarks/idle.py`. Counted is the console's own process,
without the sandbox, after ten seconds in which it settles; the floor is a bare Qt window that only
waits for the same time.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SETTLE, IDLE = 10, 60
BARE = """
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
window = QWidget()
window.show()
app.exec()
"""


def cpu_seconds(pid: int) -> float:
    """User and system time of one process (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Measure and print."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        console = [sys.executable, "-m", "app", "--sandbox", "--data-dir", folder]
        started = [subprocess.Popen(each) for each in (console, [sys.executable, "-c", BARE])]
        try:
            time.sleep(SETTLE)
            before = [cpu_seconds(process.pid) for process in started]
            time.sleep(IDLE)
            ours, floor = (
                cpu_seconds(process.pid) - then
                for process, then in zip(started, before, strict=True)
            )
        finally:
            for process in started:
                process.terminate()
                process.wait()
    print(f"idle for {IDLE} s: console {ours:.2f} s of CPU ({ours / IDLE:.1%}), bare {floor:.2f} s")


if __name__ == "__main__":
    main()
