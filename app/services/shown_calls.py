"""What a person chose to see of the record of calls; the journal of the portal remembers it.

Hides nothing itself and makes no calls.
"""

from functools import partial
from typing import Self

from app.services.journal import Journal
from app.services.rows import load_setting, save_setting, to_json

_SETTING = "calls_without_polls"


class ShownCalls:
    """`without_polls`: calls that the program makes over and over by itself are not shown, unless
    they failed.
    """

    def __init__(self, journal: Journal, *, without_polls: bool) -> None:
        self.without_polls = without_polls
        self._journal = journal

    @classmethod
    async def load(cls, journal: Journal) -> Self:
        """As it was chosen last."""
        load = partial(load_setting, name=_SETTING, shape=bool, otherwise=False)
        return cls(journal, without_polls=await journal.run(load))

    def choose(self, *, without_polls: bool) -> None:
        """It counts at once; `keep` makes it last."""
        self.without_polls = without_polls

    async def keep(self) -> None:
        """Write the choice down; one that is made meanwhile as well.

        Raises:
            ServiceError: it holds for this run only.
        """
        kept = None
        while kept != self.without_polls:
            kept = self.without_polls
            await self._journal.run(partial(save_setting, _SETTING, to_json(kept)))
