"""Time from process start to the first paint, as a ratio to a bare PySide6 window.

Run by hand: `.venv/bin/python tests/benchmarks/first_paint.py`. Both kinds of process take turns on
the same machine; the medians are compared. A paint counts when the window's own paint event ran.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 15

WATCH = """
import sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        painted = event.type() == QEvent.Type.Paint
        if painted and isinstance(watched, QWidget) and watched.isWindow():
            print("painted", flush=True)
            import os
            os._exit(0)
        return False
"""

BARE = (
    WATCH
    + """
app = QApplication([])
watch = FirstPaint()
app.installEventFilter(watch)
window = QWidget()
window.resize(1440, 900)
window.show()
app.exec()
"""
)

CONSOLE = (
    WATCH
    + """
import app.main as main
build = main._application
def watched(preferences):
    qt, theme = build(preferences)
    qt.first_paint = FirstPaint()
    qt.installEventFilter(qt.first_paint)
    return qt, theme
main._application = watched
from pathlib import Path
from app.settings import Settings
main.run_window(Settings(data_dir=Path(sys.argv[1]), isolated=True))
"""
)


def once(script: str, folder: str) -> float:
    """Seconds from starting the interpreter to the first paint."""
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", script, folder], capture_output=True, text=True, check=False
    )
    assert "painted" in done.stdout, done.stderr
    return time.perf_counter() - started


def main() -> None:
    """Measure and print both medians and their ratio."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # compiling is not starting
    bare, console = [], []
    with tempfile.TemporaryDirectory() as folder:
        once(BARE, folder), once(CONSOLE, folder)
        for _ in range(ROUNDS):
            bare.append(once(BARE, folder))
            console.append(once(CONSOLE, folder))
    floor, ours = statistics.median(bare), statistics.median(console)
    print(
        f"bare window {floor * 1000:.0f} ms, console {ours * 1000:.0f} ms: ratio {ours / floor:.2f}"
    )


if __name__ == "__main__":
    main()
