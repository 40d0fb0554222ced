"""The top of the queue page: as whom and when it was looked at, which queue, which rows."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.links import neutral
from app.services.queue_view import Look, Lot, Partition
from app.ui.queue.presenter import ASIDE, QueuePresenter
from app.ui.queue.words import QueueWords
from app.ui.style import Theme
from app.ui.widgets import Button, ElidedLabel, Segments, label, plain_tip

_NARROWEST = 160  # the names of queues are cut then


class QueueHead(QWidget):
    """Tells what was chosen."""

    partition_chosen = Signal(str)

    def __init__(self, theme: Theme, words: QueueWords) -> None:
        super().__init__()
        self._words = words
        self.looked = ElidedLabel("", "small", "text2")
        self.partition = QComboBox()
        self.partition.setAccessibleName(self.tr("Queue"))
        self.partition.setMinimumWidth(_NARROWEST)
        self.partition.activated.connect(self._on_activated)
        self.events = ElidedLabel("", "small", "text2")
        self.refresh = Button(theme, self.tr("Look again"), icon="refresh")
        keys = (*(lot.value for lot in Lot), ASIDE)
        choices = [(key, words.lot(key, None)) for key in keys]
        self.lots = Segments(theme, self.tr("Which rows"), choices)
        self._arrange()

    def show_state(self, presenter: QueuePresenter) -> None:
        """What is known now."""
        view, look = presenter.view, presenter.look
        self.looked.setText(self._words.looked(look, neutral(view.user.name), admin=view.can_look))
        self._show_numbers(look, presenter.aside_count)
        self._show_partitions(presenter.partitions, presenter.partition, view.read_here)
        self.events.setVisible(look is not None)  # before that nobody knows
        self.refresh.set_busy(presenter.tasks.is_busy("look"))

    def _show_numbers(self, look: Look | None, aside: int) -> None:
        for lot in Lot:
            count = look.lots[lot].total if look is not None else None
            self.lots.set_text(lot.value, self._words.lot(lot.value, count))
        self.lots.set_text(ASIDE, self._words.lot(ASIDE, aside))

    def _show_partitions(self, found: Sequence[Partition], chosen: str, own: str) -> None:
        texts = [self._words.partition(each, own=each.auth_connector == own) for each in found]
        now = [self.partition.itemText(place) for place in range(self.partition.count())]
        if texts != now:
            self.partition.clear()
            for each, text in zip(found, texts, strict=True):
                self.partition.addItem(text, each.auth_connector)
        self.partition.setCurrentIndex(max(self.partition.findData(chosen), 0))
        self.partition.setVisible(len(found) > 1)
        events = next((each.events for each in found if each.auth_connector == chosen), ())
        self.events.setText(neutral(self._words.events(events)))
        self.events.setToolTip(plain_tip(neutral("\n".join(events))))

    def _on_activated(self, place: int) -> None:
        self.partition_chosen.emit(str(self.partition.itemData(place)))

    def _arrange(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 10, 16, 8)
        rows.setSpacing(8)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(label(self.tr("Offline queue"), "title"))
        first.addWidget(self.looked, 1)
        first.addWidget(self.refresh)
        second.addWidget(self.lots)
        second.addStretch(1)
        second.addWidget(self.partition)
        rows.addLayout(first)
        rows.addLayout(second)
        told = self.tr("Looking is event.offline.list alone: no row is taken out or reserved.")
        rows.addWidget(label(told, "small", "text2", wrap=True))
        rows.addWidget(self.events)
