"""How a portal is reached: authorities of one's own, a proxy, and a test that proves it."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.network import Certificate, CertificateFault, ConnectionReport
from app.domain.portal import Network
from app.ui.buttons import Button
from app.ui.errors import SETTINGS, Explained, explain_problem
from app.ui.fields import FormField
from app.ui.labels import label
from app.ui.panels import ErrorPanel
from app.ui.portal.times import day_of
from app.ui.style import Theme

#: Their usual advice names the page that this form may stand on.
_MENDED_HERE = ("CA_MISSING", "CA_UNREADABLE", "PROXY")


class FileField(QWidget):
    """A path with a button that looks for it."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setProperty("mono", "true")
        self.browse = Button(theme, self.tr("Browse…"))
        self.browse.setAccessibleName(self.tr("Browse: {name}").format(name=name))
        self.browse.clicked.connect(self._on_browse)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.browse)

    def _on_browse(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a file with certificates"))
        dialog.setNameFilters(
            [self.tr("Certificates (*.pem *.crt *.cer *.der)"), self.tr("All files (*)")]
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.line.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class NetworkForm(QWidget):
    """Two fields that are usually empty, and the test. Nothing here switches checks off."""

    test_requested = Signal()
    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.ca_file = FileField(theme, self.tr("Certificate authorities"))
        self.proxy = QLineEdit()
        self.proxy.setProperty("mono", "true")
        self.proxy.setPlaceholderText("http://proxy.example:3128")
        self.ca_field = FormField(
            theme,
            self.tr("Certificate authorities"),
            self.ca_file,
            self.tr(
                "A PEM file, for a portal with a certificate of your own. The system's authorities "
                "stay trusted."
            ),
        )
        self.proxy_field = FormField(
            theme,
            self.tr("Proxy"),
            self.proxy,
            self.tr("Empty means the system's. This machine itself is never reached through one."),
        )
        self.test = Button(theme, self.tr("Test the connection"), "normal", "refresh")
        self.good = label("", "small", "success", wrap=True)
        self.panel = ErrorPanel(theme)
        self.good.hide()
        self.test.clicked.connect(self.test_requested)
        for line in (self.ca_file.line, self.proxy):
            line.textChanged.connect(self.clear_trouble)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.ca_field)
        column.addWidget(self.proxy_field)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.test)
        row.addWidget(self.good, 1)
        row.addStretch(0)
        column.addLayout(row)
        column.addWidget(self.panel)

    def value(self) -> Network:
        """What was entered."""
        return Network(self.ca_file.line.text().strip(), self.proxy.text().strip())

    def set_value(self, network: Network) -> None:
        """Show these settings."""
        self.ca_file.line.setText(network.ca_file)
        self.proxy.setText(network.proxy)

    def set_busy(self, busy: bool) -> None:
        """The test is running."""
        self.test.set_busy(busy)

    def show_trouble(self, explained: Explained) -> None:
        """Settings that cannot be used: the words stand with their field."""
        self.clear_trouble()
        field = self.proxy_field if explained.code.startswith("PROXY") else self.ca_field
        if explained.code in _MENDED_HERE:
            advice = self.tr("Correct it above, then test the connection.")
            explained = replace(explained, advice=advice)
        self.panel.show_on(field, explained)
        self.changed.emit()

    def clear_trouble(self) -> None:
        """Neither good nor bad is known any more."""
        for field in (self.ca_field, self.proxy_field):
            field.set_problem("")
        self.good.hide()
        self.panel.clear()
        self.changed.emit()

    def show_report(self, report: ConnectionReport) -> None:
        """What the test found; a certificate that is not believed is named."""
        self.clear_trouble()
        if report.problem is None:
            text = self.tr("A portal answered after {time} ms.").format(time=report.milliseconds)
            self.good.setText(f"{text} {self._trusted(report)}".strip())
            self.good.show()
        elif report.problem.code in SETTINGS:
            self.show_trouble(explain_problem(report.problem))
        else:
            explained = explain_problem(report.problem)
            why = self._why(report.fault, report.certificate)
            if why:
                explained = Explained(explained.title, why, explained.advice, explained.code)
            self.panel.show_error(explained)
        self.changed.emit()

    def _trusted(self, report: ConnectionReport) -> str:
        certificate = report.certificate
        if certificate is None:
            return ""
        text = self.tr("Its certificate was issued by {issuer} and is good until {date}.")
        return text.format(issuer=certificate.issuer, date=day_of(certificate.not_after))

    def _why(self, fault: CertificateFault | None, certificate: Certificate | None) -> str:
        if fault is None:
            return ""
        words = {
            CertificateFault.SELF_SIGNED: self.tr("It vouches for itself: name its file above."),
            CertificateFault.EXPIRED: self.tr("It has run out."),
            CertificateFault.NOT_YET_VALID: self.tr("It is not valid yet: check this clock."),
            CertificateFault.WRONG_HOST: self.tr("It is for another name than this address."),
            CertificateFault.UNKNOWN_AUTHORITY: self.tr(
                "This machine does not know who issued it: name the authority's file above."
            ),
            CertificateFault.OTHER: self.tr("It is not believed."),
        }
        if certificate is None:
            return words[fault]
        about = self.tr("The certificate {subject}, issued by {issuer}, good until {date}.")
        shown = about.format(
            subject=certificate.subject,
            issuer=certificate.issuer,
            date=day_of(certificate.not_after),
        )
        return f"{shown} {words[fault]}"
