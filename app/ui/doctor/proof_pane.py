"""The call behind a finding and what the portal answered, to read and to copy."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.doctor import Proof
from app.ui.calls.highlighter import JsonHighlighter
from app.ui.calls.pretty import pretty
from app.ui.style import Theme
from app.ui.widgets import Button, ElidedLabel

_LEAST, _MOST = 3, 11
_LONGEST = 120


class JsonText(QPlainTextEdit):
    """As high as its lines, up to a limit; the rest is scrolled to."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setProperty("flat", "true")
        self.setProperty("mono", "true")
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(10)
        self._highlighter = JsonHighlighter(theme, self.document())
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_text(self, text: str) -> None:
        """JSON is laid out and coloured; anything else stands as it came."""
        laid_out = pretty(text, _LONGEST)
        self._highlighter.enabled = laid_out.is_json
        self.setPlainText(laid_out.text)
        self._fit()

    def sizeHint(self) -> QSize:
        """Its height is fixed by its lines."""
        return QSize(240, self.height())

    def _fit(self) -> None:
        lines = max(_LEAST, min(_MOST, self.blockCount()))
        longest = max(map(len, self.toPlainText().split("\n")))
        wide = longest * self.fontMetrics().averageCharWidth() + 24 > self.viewport().width()
        bar = self.horizontalScrollBar().sizeHint().height() if wide else 0
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 24 + bar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Long lines need a bar to be read."""
        super().resizeEvent(event)
        self._fit()

    def _on_theme_changed(self) -> None:
        self.setFont(self._theme.font("mono"))
        self._fit()


class ProofPane(QWidget):
    """Several proofs are chosen from by their calls."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._proofs: Sequence[tuple[str, Proof]] = ()
        self.title = ElidedLabel("", "strong", "text2")
        self.choice = QComboBox()
        self.choice.setMinimumContentsLength(8)
        short = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.choice.setSizeAdjustPolicy(short)
        self.choice.setAccessibleName(self.tr("Which proof"))
        self.copy = Button(theme, self.tr("Copy"), "link", "copy")
        self.copy.setAccessibleName(self.tr("Copy the proof"))
        self.text = JsonText(theme, self.tr("What the portal answered"))
        frame = QFrame()
        frame.setProperty("card", "soft")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.text)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.choice, 1)
        head.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(frame)
        column.addStretch(1)
        self.choice.currentIndexChanged.connect(self._show)
        self.copy.clicked.connect(self._copy)

    def show_proofs(self, proofs: Sequence[tuple[str, Proof]], shown: int = 0) -> None:
        """Show one of these; each comes with what stands above it."""
        self._proofs = proofs
        self.choice.blockSignals(True)
        self.choice.clear()
        self.choice.addItems([title for title, _ in proofs])
        self.choice.setCurrentIndex(shown)
        self.choice.blockSignals(False)
        self.choice.setVisible(len(proofs) > 1)
        self.title.setVisible(len(proofs) == 1)
        self.title.setText(proofs[0][0] if proofs else "")
        self._show()

    def proof(self) -> Proof | None:
        """The one that is shown."""
        place = self.choice.currentIndex()
        return self._proofs[place][1] if 0 <= place < len(self._proofs) else None

    def _show(self) -> None:
        proof = self.proof()
        answer = proof.answer or f"HTTP {proof.status}" if proof is not None else ""
        self.text.show_text(self.tr("No answer") if answer == "HTTP 0" else answer)
        self.changed.emit()

    def _copy(self) -> None:
        proof = self.proof()
        if proof is not None:
            QGuiApplication.clipboard().setText(as_text(proof))


def as_text(proof: Proof) -> str:
    """A proof for the clipboard: the call, what it was sent with, what came."""
    status = f"HTTP {proof.status}" if proof.status else "-"
    head = f"{proof.method}  {status}  {proof.milliseconds} ms"
    return f"{head}\n{pretty(proof.params).text}\n\n{pretty(proof.answer).text}"
