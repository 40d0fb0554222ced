"""Of which dialogs the board can know, and of when it is: a quiet line over its figures."""

from datetime import datetime

from PySide6.QtCore import QLocale, QTime
from PySide6.QtWidgets import QFrame, QHBoxLayout

from app.ui.dialogs.words import short_date
from app.ui.errors import explain_problem
from app.ui.statistics.board_presenter import Known
from app.ui.style import Theme, dress
from app.ui.widgets import IconLabel, label


class KnownBar(QFrame):
    """Hidden once events were read for long enough to know everybody, and while they are read."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.text = label("", "body", wrap=True)
        dress(self, card="soft")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(8)
        row.addWidget(IconLabel(theme, "info", "text2"))
        row.addWidget(self.text, 1)
        self.hide()

    def show_known(self, known: Known | None, unheard: datetime | None = None) -> None:
        """Tell what the figures of now are about. `unheard`: since when the portal is not heard."""
        parts = [self._old(unheard)] if unheard is not None else []
        parts += [self._told(known)] if known is not None else []
        self.setVisible(bool(parts))
        text = " ".join(parts)
        if text != self.text.text():
            self.text.setText(text)
            self.setAccessibleName(text)

    def _old(self, unheard: datetime) -> str:
        text = self.tr("The portal has not been heard since {moment}: the board is as it was then.")
        return text.format(moment=_moment(unheard))

    def _told(self, known: Known) -> str:
        if known.since is None:
            return self.tr("Nothing is known yet: events were not read so far.")
        since = _moment(known.since)
        if known.listed_at is not None:
            text = self.tr(
                "Known here: dialogs in which somebody spoke since {since}, and those of your own "
                "list at the portal ({listed}). The portal lists other operators' dialogs to "
                "nobody."
            )
            return text.format(since=since, listed=_moment(known.listed_at))
        text = self.tr("Known here: dialogs in which somebody spoke since {since}.")
        text = text.format(since=since)
        if known.problem is None:
            return f"{text} " + self.tr("Your list at the portal was not read yet.")
        why = self.tr("Your list at the portal could not be read: {why}.")
        return f"{text} " + why.format(why=explain_problem(known.problem).title.rstrip("."))


def _moment(moment: datetime) -> str:
    """The time of day, with the day where it is another one."""
    here = moment.astimezone()
    clock = QLocale().toString(QTime(here.hour, here.minute), QLocale.FormatType.ShortFormat)
    today = here.date() == datetime.now().astimezone().date()
    return clock if today else f"{short_date(here.date())} {clock}"
