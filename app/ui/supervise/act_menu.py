"""The acts of a dialog as a menu: every one, with the reason where it is not possible now."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget, QWidgetAction

from app.domain.acts import Act, Seat
from app.domain.links import neutral
from app.ui.act_words import ActWords
from app.ui.errors import Explained
from app.ui.widgets import label

#: Keys of the most frequent ones, told wherever they are offered.
KEYS = {
    Act.ANSWER: "Ctrl+Shift+A",
    Act.TRANSFER: "Ctrl+Shift+T",
    Act.FINISH: "Ctrl+Shift+E",
}


@dataclass(frozen=True, slots=True)
class ShownActs:
    """What is known of a dialog's acts: "" or the reason's code for each, the words for the reasons
    by their codes, the user under whom they run, what the portal said of the dialog, and what went
    wrong when it was asked ("" for nothing).
    """

    legal: Mapping[Act, str] = field(default_factory=dict)
    reasons: Mapping[str, Explained] = field(default_factory=dict)
    user: str = ""
    seat: Seat | None = None
    doubt: str = ""

    def why_not(self, act: Act) -> str:
        """The reason in a sentence or two, "" where there is none."""
        words = self.reasons.get(self.legal.get(act, ""))
        return " ".join(map(_sentence, (words.title, words.text))).strip() if words else ""

    def brief(self, act: Act) -> str:
        """The reason in a few words."""
        words = self.reasons.get(self.legal.get(act, ""))
        return words.title if words else ""

    def shown(self) -> tuple[Act, ...]:
        """The acts that stand in the menu."""
        pinned = self.seat is not None and self.seat.pinned
        silent = self.seat is not None and self.seat.silent
        hidden = (Act.PIN if pinned else Act.UNPIN, Act.SILENT if silent else Act.LOUD)
        return tuple(act for act in Act if act not in hidden)


class ActMenu(QMenu):
    """Tells which act was chosen."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = ActWords(self)
        self.setToolTipsVisible(True)
        self.head = QWidgetAction(self)
        self._told = label("", "small", "text2")
        self._told.setContentsMargins(26, 6, 16, 6)
        self.head.setDefaultWidget(self._told)
        self.head.setSeparator(True)  # the arrow keys pass it
        self.addAction(self.head)
        self.acts: dict[Act, QAction] = {}
        for act in Act:
            made = self.acts[act] = self.addAction("")
            made.triggered.connect(lambda _=False, name=act.value: self.chosen.emit(name))
        self.addSeparator()

    def show_acts(self, shown: ShownActs) -> None:
        """Also while it is open: the portal may say something else than was known."""
        head = self.tr("As {name}").format(name=neutral(shown.user))
        text = f"{head} · {shown.doubt}" if shown.doubt else head
        self.head.setText(text)
        self._told.setText(text)
        visible = shown.shown()
        for act, action in self.acts.items():
            reason = shown.brief(act)
            beside = reason or KEYS.get(act, "")
            name = self._words.name(act)
            action.setText(f"{name}\t{beside}" if beside else name)
            action.setToolTip(shown.why_not(act) or self._words.effect(act))
            action.setEnabled(not reason)
            action.setVisible(act in visible)


def _sentence(text: str) -> str:
    return text if not text or text.endswith((".", "!", "?")) else f"{text}."
