"""The person's choices in this run, written down in the background in the order they were made."""

import asyncio
from pathlib import Path

from app.settings import save_preferences
from app.ui.preferences import Preferences
from app.ui.tasks import Tasks


class KeptPreferences:
    """`now` counts at once, whether it is written yet or not."""

    def __init__(self, folder: Path, preferences: Preferences, tasks: Tasks) -> None:
        self.now = preferences
        self._folder, self._tasks = folder, tasks

    def keep(self, preferences: Preferences) -> None:
        """Another choice was made."""
        self.now = preferences
        self._tasks.start("remember", self._write)

    async def _write(self) -> None:
        """Keep the newest choice; made while the last one was being written, it is written too."""
        written = None
        while written != self.now:
            written = self.now
            await asyncio.to_thread(save_preferences, self._folder, written)
