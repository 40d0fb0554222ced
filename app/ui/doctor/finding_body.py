"""An opened finding: the reason in plain words, the button that mends it, and the proof."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.domain.doctor import Finding, Proof, Remedy
from app.ui.doctor.presenter import Mended
from app.ui.doctor.proof_pane import ProofPane
from app.ui.doctor.prose import Prose
from app.ui.doctor.words import DoctorWords
from app.ui.style import Theme
from app.ui.widgets import Button, Note, label

_PROOF_WIDTH = 380
_SIDE_BY_SIDE = 640


class FindingBody(QWidget):
    """Words at the left, proof at the right; one below the other where there is no room."""

    fix_wanted = Signal()
    call_wanted = Signal(object)  # a Proof

    def __init__(self, theme: Theme, words: DoctorWords) -> None:
        super().__init__()
        self._theme, self._words = theme, words
        self._said: dict[QLabel, Prose] = {}
        self._effect = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.mended = Note(theme, "", "accent")
        self.text = _prose()
        self.likely = _prose("text2")
        self.advice = _prose()
        self.vendor = label("", "small", "text2", wrap=True)
        self.fix = Button(theme, "", "primary")
        self.call = Button(theme, self.tr("See the call"))
        self.effect = label("", "small", "text2", wrap=True)
        self.proof = ProofPane(theme)
        self.fix.clicked.connect(self.fix_wanted)
        self.call.clicked.connect(self._on_call)
        theme.changed.connect(self._show_prose)
        self._arrange()

    def show_finding(self, finding: Finding, mended: Mended | None) -> None:
        """Everything that is known; after a mend also how it was before."""
        told = self._words.told(finding)
        self._said = {
            self.text: told.text,
            self.likely: _after(self.tr("Most likely:"), told.likely),
            self.advice: told.advice,
        }
        self._show_prose()
        said = self.tr("The portal says: {text}").format(text=told.vendor)
        self.vendor.setText(said)
        self.vendor.setVisible(bool(told.vendor))
        self._show_mend(mended)
        proofs = self._proofs(finding, mended)
        self.proof.show_proofs(proofs, shown=len(proofs) - 1 if mended else 0)
        self.proof.setVisible(bool(proofs))
        self.call.setVisible(bool(proofs))
        words = self._words.remedy(finding)
        self.fix.setVisible(words is not None)
        self.effect.setVisible(words is not None)
        self._effect = words.effect if words is not None else ""
        self.fix.setText(words.button if words is not None else "")
        self.effect.setText(self._effect)
        self._turn()

    def set_state(self, *, remedy: Remedy | None, read_only: bool, busy: bool, mine: bool) -> None:
        """Whether the button can be pressed, and why not; `mine` while its remedy is at work."""
        locked = read_only and remedy is not Remedy.SIGN_IN
        self.fix.set_busy(mine)
        self.fix.setEnabled(not busy and not locked)
        why = ""
        if locked:
            why = self.tr("This profile is read-only: no write leaves this program.")
        elif busy and not mine:
            why = self.tr("Wait until the examination has ended.")
        self.fix.setToolTip(why)
        self.effect.setText(why if locked else self._effect)

    def stops(self) -> list[QWidget]:
        """Where Tab goes, in order."""
        return [self.fix, self.call, self.proof.choice, self.proof.copy, self.proof.text]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See the class."""
        super().resizeEvent(event)
        self._turn()

    def _show_mend(self, mended: Mended | None) -> None:
        self.mended.setVisible(mended is not None)
        if mended is None:
            return
        before = self._words.look(mended.before.verdict).word
        after = self._words.look(mended.after.verdict).word
        words = self._words.remedy(mended.before)
        done = words.done if words is not None else ""
        text = self.tr("{done}. Before: {before}, “{title}”. Now: {after}.")
        title = self._words.title(mended.before)
        self.mended.text.setText(text.format(done=done, before=before, title=title, after=after))

    def _proofs(self, finding: Finding, mended: Mended | None) -> list[tuple[str, Proof]]:
        alone = len(finding.proofs) == 1
        title = self._words.proof if alone else self._words.call
        if mended is None:
            return [(title(proof), proof) for proof in finding.proofs]
        was, now, call = self.tr("Before: {call}"), self.tr("Now: {call}"), self._words.call
        earlier = [(was.format(call=call(each)), each) for each in mended.before.proofs]
        return earlier + [(now.format(call=call(each)), each) for each in finding.proofs]

    def _show_prose(self) -> None:
        mono = self._theme.font("mono").family()
        for part, prose in self._said.items():
            part.setText(prose.html(mono))
            part.setAccessibleName(prose.plain())
            part.setVisible(bool(prose))

    def _on_call(self) -> None:
        proof = self.proof.proof()
        if proof is not None:
            self.call_wanted.emit(proof)

    def _turn(self) -> None:
        beside = self.width() >= _SIDE_BY_SIDE
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if beside else down)
        self.proof.setMaximumWidth(_PROOF_WIDTH if beside else 16_777_215)
        self.proof.setMinimumWidth(_PROOF_WIDTH if beside else 0)
        room = self.width() - (_PROOF_WIDTH + 24 if beside and self.proof.isVisibleTo(self) else 0)
        wide = self.effect.fontMetrics().horizontalAdvance(self.effect.text()) + 48
        wide += self.fix.sizeHint().width() + self.call.sizeHint().width()
        self._doing.setDirection(across if wide <= room else down)

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.fix)
        buttons.addWidget(self.call)
        buttons.addStretch(1)
        self._doing = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._doing.setContentsMargins(0, 6, 0, 0)
        self._doing.setSpacing(8)
        self._doing.addLayout(buttons)
        self._doing.addWidget(self.effect, 1)
        left = QVBoxLayout()
        left.setSpacing(8)
        parts: list[QWidget] = [self.mended, self.text, self.likely, self.advice, self.vendor]
        for part in parts:
            left.addWidget(part)
        left.addLayout(self._doing)
        left.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(12, 12, 12, 12)
        self._row.setSpacing(24)
        self._row.addLayout(left, 1)
        self._row.addWidget(self.proof)


def _prose(tone: str = "") -> QLabel:
    """A label of our own sentences; facts in them are escaped."""
    made = label("", "body", tone, wrap=True)
    made.setTextFormat(Qt.TextFormat.RichText)
    return made


def _after(head: str, prose: Prose) -> Prose:
    return Prose(f"{head} {prose.sentence}", prose.facts) if prose else prose
