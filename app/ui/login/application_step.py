"""Second step: which application, and what its card in the portal must say."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.application import REDIRECT, SCOPES, SERVER, Application
from app.ui.buttons import Button
from app.ui.errors import Explained
from app.ui.fields import CopyField, FormField, SecretField
from app.ui.labels import label
from app.ui.login.paste_box import PasteBox
from app.ui.login.places import Place
from app.ui.panels import ErrorPanel
from app.ui.style import Theme

if TYPE_CHECKING:
    from app.domain.credentials import Credentials
    from app.domain.portal import Profile


class ApplicationStep(QWidget):
    """Above: what to enter in the portal. Below: what to bring from there."""

    submitted = Signal()
    changed = Signal()  # it may need another height

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._offered, self._kept_for = ("", REDIRECT), ""
        self.redirect = CopyField(theme, self.tr("Your handler path"), REDIRECT)
        self.redirect.line.setReadOnly(False)
        self.scopes = CopyField(theme, self.tr("Permissions"), ", ".join(SCOPES))
        self.client_id = QLineEdit()
        self.client_id.setProperty("mono", "true")
        self.client_id.setPlaceholderText("local.65a1…")
        self.secret = SecretField(theme, self.tr("Client secret"))
        self.server = QLineEdit()
        self.server.setProperty("mono", "true")
        self.server.setPlaceholderText(SERVER)
        self.id_field = FormField(theme, self.tr("Client id"), self.client_id)
        self.secret_field = FormField(theme, self.tr("Client secret"), self.secret)
        self.server_field = FormField(
            theme,
            self.tr("Authorisation server"),
            self.server,
            self.tr("The client secret is sent there. Leave it empty for the vendor's own."),
        )
        self.server_field.hide()
        self.other_server = Button(theme, self.tr("Another authorisation server"), "link")
        self.panel = ErrorPanel(theme)
        self.brought = PasteBox(theme)
        self.brought.hide()
        self.bring = Button(theme, self.tr("Paste what you have"), "link")
        self._wire()
        self._arrange()

    def value(self) -> Application:
        """What was entered."""
        return Application(
            client_id=self.client_id.text().strip(),
            client_secret=self.secret.line.text().strip(),
            redirect=self.redirect.value().strip() or REDIRECT,
            server=self.server.text().strip().rstrip("/"),
        )

    def offer(self, profile: "Profile | None", *, knows_secret: bool) -> None:
        """What is known of an application of this portal; what the person has typed stays."""
        offered = ("", REDIRECT)
        if profile is not None:
            offered = (profile.client_id, profile.redirect_uri or REDIRECT)
        if self.client_id.text() == self._offered[0]:
            self.client_id.setText(offered[0])
        if self.redirect.value() == self._offered[1]:
            self.redirect.set_value(offered[1])
        self._offered, self._kept_for = offered, offered[0] if knows_secret else ""
        self._show_kept()

    def first_focus(self) -> QWidget:
        """The first field that is still empty."""
        return self.client_id if not self.client_id.text() else self.secret.line

    def show_trouble(self, place: Place, explained: Explained) -> None:
        """At the field, or as a panel when the card in the portal is to be mended."""
        self.clear_trouble()
        fields = {Place.CLIENT_ID: self.id_field, Place.SECRET: self.secret_field}
        if place is Place.PASTED:
            self._show_brought()
            self.brought.show_trouble(explained)
        elif place in fields:
            self.panel.show_on(fields[place], explained)
            fields[place].line.setFocus()
        else:
            self.panel.show_error(explained)

    def take(self, found: "Credentials") -> None:
        """Put what was brought along into the fields; what it does not say stays as it is."""
        self.brought.show_found(found, needs_secret=not self._is_kept(found.client_id))
        if found.client_id:
            self.client_id.setText(found.client_id)
        if found.client_secret:
            self.secret.line.setText(found.client_secret)
        (self.secret.line if self.client_id.text() else self.client_id).setFocus()

    def clear_trouble(self) -> None:
        """Nothing is wrong any more."""
        for field in (self.id_field, self.secret_field):
            field.set_problem("")
        self.panel.clear()

    def _wire(self) -> None:
        self.client_id.returnPressed.connect(self.secret.line.setFocus)
        self.client_id.textChanged.connect(self._show_kept)
        self.secret.line.returnPressed.connect(self.submitted)
        self.server.returnPressed.connect(self.submitted)
        for line in (self.client_id, self.secret.line):
            line.textEdited.connect(self.clear_trouble)
        self.other_server.clicked.connect(self._show_server)
        self.bring.clicked.connect(self._show_brought)
        self.brought.changed.connect(self.changed)

    def _is_kept(self, client_id: str = "") -> bool:
        """Whether the secret of this application is kept."""
        wanted = client_id or self.client_id.text().strip()
        return bool(self._kept_for) and wanted == self._kept_for

    def _show_kept(self) -> None:
        kept = self.tr("Kept on this machine") if self._is_kept() else ""
        self.secret.line.setPlaceholderText(kept)

    def _show_server(self) -> None:
        self.other_server.hide()
        self.server_field.show()
        self.server.setFocus()
        self.changed.emit()

    def _show_brought(self) -> None:
        """The card of the first sign-in makes room: who has keys already needs it no longer."""
        self.bring.hide()
        self.card.hide()
        self.brought.show()
        self.brought.slot.setFocus()
        self.changed.emit()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(label(self.tr("Which application?"), "page"))
        self.card = self._card()
        column.addWidget(self.card)
        column.addWidget(self.brought)
        column.addWidget(self.id_field)
        column.addWidget(self.secret_field)
        column.addWidget(self.panel)
        links = QHBoxLayout()
        links.setSpacing(16)
        links.addWidget(self.bring)
        links.addWidget(self.other_server)
        links.addStretch(1)
        column.addLayout(links)
        column.addWidget(self.server_field)
        column.addStretch(1)

    def _card(self) -> QFrame:
        card = QFrame()
        card.setProperty("card", "soft")
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(label(self.tr("In the portal, as its administrator"), "strong"))
        how = self.tr(
            "Developer resources → Other → Local application. Choose the type “Server”, tick "
            "“Script only”, and enter these two. Save, then copy the keys into the fields below."
        )
        column.addWidget(label(how, "body", "text2", wrap=True))
        for field in (self.redirect, self.scopes):
            block = QVBoxLayout()
            block.setSpacing(4)
            block.addWidget(label(field.line.accessibleName(), "body", "text2"))
            block.addWidget(field)
            column.addLayout(block)
        return card
