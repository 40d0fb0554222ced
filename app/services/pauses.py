"""The few seconds in which a reply can still be taken back: which replies wait, and until when.

The journal knows it for the outbox; here it is remembered for the window. Makes no calls.
"""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from app.domain.dialog import Author, DialogId, Message
from app.services.failures import NotPossible
from app.services.jobs import Job, drop_job, find_jobs
from app.services.notes import NoteKind, note_text
from app.services.signal import Signal
from app.services.transcript import Transcript

_UNTRIED = "dialog = ? AND position = ? AND kind = 'reply' AND state = 'waiting' AND tries = 0"


class Pauses:
    """`seconds` is what the person at the window wishes for new replies; whoever writes without a
    window asks for no pause. `changed` names a message whose pause began or ended.
    """

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self.changed: Signal[tuple[DialogId, int]] = Signal()
        self.seconds = 0.0
        self._clock = clock
        self._due: dict[tuple[DialogId, int], tuple[datetime, float]] = {}

    def left(self, dialog: DialogId, position: int) -> float:
        """Seconds until a reply leaves, 0 when it cannot be taken back (any more)."""
        due, seconds = self._due.get((dialog, position), (None, 0.0))
        if due is None:
            return 0.0
        left = (due - self._clock()).total_seconds()
        if left > seconds:  # the clock was set back: a pause never grows
            self._due[dialog, position] = self._clock() + timedelta(seconds=seconds), seconds
        return min(max(0.0, left), seconds)

    def waiting(self, dialog: DialogId) -> tuple[int, ...]:
        """The replies of a dialog that can be taken back, by their positions."""
        places = (place for of, place in self._due if of == dialog)
        return tuple(sorted(place for place in places if self.left(dialog, place)))

    def begin(self, dialog: DialogId, position: int, seconds: float) -> None:
        """A reply waits from now on."""
        self._forget_old()
        if seconds > 0:
            self._due[dialog, position] = self._clock() + timedelta(seconds=seconds), seconds
            self.changed.emit((dialog, position))

    def begin_again(self, jobs: Iterable[Job]) -> None:
        """Replies of an earlier run of the program."""
        for job in jobs:
            self.begin(job.dialog, job.position, job.pause)

    def end(self, dialog: DialogId, position: int | None = None) -> None:
        """A reply was taken back; or without a position, all of a dialog leave at once."""
        for of, place in [each for each in self._due if each[0] == dialog]:
            if position in (None, place):
                del self._due[of, place]
                self.changed.emit((of, place))

    def _forget_old(self) -> None:
        now = self._clock()
        self._due = {place: due for place, due in self._due.items() if due[0] > now}


def plan_taking_back(transcript: Transcript, dialog: DialogId, position: int, behind: str) -> str:
    """A reply that nobody has tried to send becomes the operator's draft again, in front of what he
    has typed since (`behind`); a note stands in its place. Answers that draft.

    Raises:
        NotPossible: TOO_LATE, it is on its way or gone.
    """
    message = transcript.message(dialog, position)
    jobs = find_jobs(transcript.conn, _UNTRIED, dialog, position)
    if message is None or not jobs:
        raise NotPossible("TOO_LATE")
    for job in jobs:
        drop_job(transcript.conn, job)
    note = note_text(NoteKind.TAKEN_BACK)
    transcript.replace(Message(dialog, position, Author.SYSTEM, "", note, message.at))
    draft = f"{message.text}\n{behind}" if behind.strip() else message.text
    row = (dialog, Author.OPERATOR.value, draft)
    transcript.conn.execute("INSERT OR REPLACE INTO draft VALUES (?, ?, ?)", row)
    return draft
