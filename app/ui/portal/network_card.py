"""How a portal is reached: its own authorities with what they hold, its proxy, a test."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from app.domain.links import neutral
from app.domain.network import Certificate
from app.domain.portal import Network
from app.ui.network_form import NetworkForm
from app.ui.portal.card import Card
from app.ui.portal.times import day_of
from app.ui.style import Theme
from app.ui.widgets import Button, label

_MOST = 5


class NetworkCard(Card):
    """What is typed stays until it is saved or another portal is shown."""

    save_wanted = Signal(object)  # Network

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._saved = Network()
        self.form = NetworkForm(theme)
        self.held = label("", "small", "text2", wrap=True)
        self.save = Button(theme, self.tr("Save and open anew"), "primary")
        self.undo = Button(theme, self.tr("Discard changes"), "normal")
        self.begin(self.tr("Network"))
        text = self.tr(
            "Holds for every request of this portal: calls, sign-in, renewal of tokens, files. "
            "Certificates are always checked."
        )
        self.body.addWidget(label(text, "small", "text2", wrap=True))
        self.body.addWidget(self.form)
        self.body.addWidget(self.held)
        self.add_buttons(self.save, self.undo)
        self.held.hide()
        self.save.clicked.connect(lambda: self.save_wanted.emit(self.form.value()))
        self.undo.clicked.connect(lambda: self.form.set_value(self._saved))
        self.form.changed.connect(self._on_changed)
        self._on_changed()

    def show_network(self, network: Network, *, anew: bool, kept: bool) -> None:
        """What is saved. `anew`: another portal, so nothing typed for the last one stays. There is
        nothing to set for a portal that is not kept: it runs on this machine.
        """
        for field in (self.form.ca_field, self.form.proxy_field):
            field.setEnabled(kept)
        typed = self.form.value() != self._saved
        if network != self._saved or anew:
            self._saved = network
            if anew or not typed:
                self.form.set_value(network)
                self.form.clear_trouble()
        if anew:
            self.held.hide()
        self._on_changed()

    def show_certificates(self, certificates: Sequence[Certificate]) -> None:
        """What stands in the file of authorities."""
        count = self.tr("The file holds %n certificate(s):", "", len(certificates))
        lines = [
            self.tr("{subject}, good until {day}").format(
                subject=neutral(each.subject), day=day_of(each.not_after)
            )
            for each in certificates[:_MOST]
        ]
        more = len(certificates) - _MOST
        if more > 0:
            lines.append(self.tr("and %n more", "certificates", more))
        self.held.setText("\n".join([count, *lines]))
        self.held.show()

    def _on_changed(self) -> None:
        changed = self.form.value() != self._saved
        self.save.setVisible(changed)
        self.undo.setVisible(changed)
