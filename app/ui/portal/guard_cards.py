"""What keeps a portal safe: the read-only lock, where the keys are, the way to forget it all."""

from PySide6.QtCore import Signal

from app.domain.portal import Profile
from app.services.forgetting import Forgotten
from app.ui.portal.card import Card
from app.ui.style import Theme
from app.ui.widgets import Button, IconLabel, Note, Switch, label


class ClosedCard(Card):
    """In the place of the checklist for a portal that is not open."""

    wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.button = Button(theme, self.tr("Open this portal"), "primary", "globe")
        self.button.clicked.connect(self.wanted)
        self.begin(self.tr("This portal is not open"))
        text = self.tr(
            "What is kept of it on this computer can be changed here. What works on it, its tokens "
            "and the contacted hosts are seen once it is open."
        )
        self.body.addWidget(label(text, "body", "text2", wrap=True))
        self.add_buttons(self.button)


class ReadOnlyCard(Card):
    """The lock. The switch shows how things are, not what was wished."""

    wanted = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.switch = Switch(theme, self.tr("Read only"))
        self._lock = IconLabel(theme, "lock", "text2")
        self._on = False
        self.begin(self.tr("Read-only lock"), self._lock)
        text = self.tr(
            "While it is on, this program refuses every call that changes something before it is "
            "sent: messages, settings, subscriptions, also calls by hand and inside a batch. "
            "Events are only looked at; they stay in the portal's queue."
        )
        self.body.addWidget(label(text, "body", "text2", wrap=True))
        self.body.addWidget(self.switch)
        self.switch.clicked.connect(self._on_clicked)

    def show_lock(self, on: bool) -> None:
        """Whether it is on."""
        self._on = on
        self.switch.setChecked(on)
        self._lock.set_icon("lock", "warning" if on else "text2")

    def _on_clicked(self) -> None:
        wish = self.switch.isChecked()
        self.switch.setChecked(self._on)
        self.wanted.emit(wish)


class KeysCard(Card):
    """In words where the keys are, and the way to the settings."""

    change_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.words = label("", "body", wrap=True)
        self.change = Button(theme, self.tr("Open settings"), "link")
        self.change.clicked.connect(self.change_wanted)
        self.begin(self.tr("Where the keys are"))
        self.body.addWidget(self.words)
        self.body.addWidget(self.change)

    def show_vault(self, kind: str) -> None:
        """The kind of place: keychain, file, memory, or "" while there is none."""
        words = {
            "keychain": self.tr("In the keychain of this system."),
            "file": self.tr("In a file of this program, sealed with your passphrase."),
            "memory": self.tr("In memory only: they are gone when you quit."),
        }
        nowhere = self.tr("Nowhere yet: choose a place in the settings.")
        self.words.setText(words.get(kind, nowhere))


class ForgetCard(Card):
    """The danger at the end of the page."""

    wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.text = label("", "body", "text2", wrap=True)
        self.button = Button(theme, self.tr("Forget this portal…"), "danger", "trash")
        self.button.clicked.connect(self.wanted)
        self.begin(self.tr("Forget this portal"))
        self.body.addWidget(self.text)
        self.add_buttons(self.button)

    def show_kept(self, kept: bool) -> None:
        """Whether there is anything to forget."""
        self.button.setEnabled(kept)
        self.text.setText(
            self.tr(
                "Removes the keys, the journal with the customers' messages, drafts, previews, and "
                "the lines of the log that name this portal. Then everything that is left on this "
                "computer is searched for its names. Nothing changes in the portal."
            )
            if kept
            else self.tr("This sandbox ends with the program, and nothing of it is kept.")
        )


class ForgottenNote(Note):
    """What was removed with a portal, and the proof."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", "accent")

    def show_result(self, profile: Profile, forgotten: Forgotten) -> None:
        """Say what went and what was still found."""
        things = ", ".join(self._thing(each) for each in forgotten.removed)
        host = profile.address.partition("://")[2]
        said = [
            self.tr("{name} is forgotten. Removed: {things}.").format(
                name=f"{profile.name} ({host})", things=things or self.tr("nothing was there")
            )
        ]
        if forgotten.left:
            left = ", ".join(forgotten.left)
            said.append(self.tr("Its names were still found in: {files}.").format(files=left))
        else:
            said.append(self.tr("Everything that is left was searched for its names: none found."))
        self.text.setText("\n".join(said))
        self.set_tone("danger" if forgotten.left else "accent")

    def _thing(self, thing: str) -> str:
        return {
            "tokens": self.tr("tokens"),
            "secret": self.tr("client secret"),
            "journal": self.tr("journal"),
            "caches": self.tr("drafts and previews"),
            "log": self.tr("lines of the log"),
            "profile": self.tr("entry in the list of portals"),
        }.get(thing, thing)
