"""Every other field of the vendor's tables for a message: of the person, the message and the chat.

Keeps what is typed; knows no rules.
"""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.content import Content
from app.domain.dialog import Customer
from app.domain.persona import GENDERS
from app.ui.customers.field_words import FieldWords
from app.ui.style import Theme
from app.ui.widgets import FormField, label

_TEXTS = ("phone", "email", "picture", "url", "title", "chat_name", "chat_url")


class MoreFields(QWidget):
    """The fields by their names in `Customer`, and `employee`."""

    def __init__(self, theme: Theme, beside: int) -> None:
        super().__init__()
        self.lines = {name: QLineEdit() for name in (*_TEXTS, "employee")}
        self.gender = QComboBox()
        for each in GENDERS:
            self.gender.addItem(FieldWords().gender(each), each)
        self.any_phone = QCheckBox(self.tr("Keep the phone unchecked (skip_phone_validate)"))
        self.free_name = QCheckBox(self.tr("The name may break the vendor's rule of 25 letters"))
        self.disable_crm = QCheckBox(self.tr("Keep the CRM tracker out (disable_crm)"))
        self.fields = {
            name: FormField(theme, text, self.lines[name], hint, beside=beside)
            for name, (text, hint) in self._named().items()
        }
        self._gender = FormField(theme, self.tr("Gender"), self.gender, beside=beside)
        self._arrange(beside)

    def customer(self, plain: Customer) -> Customer:
        """A customer with these fields."""
        texts = {name: self.lines[name].text().strip() for name in _TEXTS}
        gender = str(self.gender.currentData() or "")
        return replace(plain, **texts, gender=gender, any_phone=self.any_phone.isChecked())

    def content(self) -> Content:
        """What goes with the message; an employee that is no number counts as none."""
        number = self.employee()
        employee = int(number) if number.isascii() and number.isdecimal() else None
        return Content(disable_crm=self.disable_crm.isChecked(), employee=employee)

    def employee(self) -> str:
        """What is typed as the portal's user."""
        return self.lines["employee"].text().strip()

    def show_customer(self, customer: Customer) -> None:
        """Fill in what is known of somebody."""
        for name in _TEXTS:
            self.lines[name].setText(str(getattr(customer, name)))
        self.gender.setCurrentIndex(max(0, self.gender.findData(customer.gender)))
        self.any_phone.setChecked(customer.any_phone)

    def clear(self) -> None:
        """Nothing is typed."""
        self.show_customer(Customer("", "", ""))
        self.lines["employee"].clear()
        for box in (self.disable_crm, self.free_name):
            box.setChecked(False)

    def _named(self) -> Mapping[str, tuple[str, str]]:
        fetched = self.tr("The portal fetches it from there, without signing in")
        return {
            "phone": (self.tr("Phone"), self.tr("The CRM finds people by it")),
            "email": (self.tr("E-mail"), ""),
            "picture": (self.tr("Picture's address"), fetched),
            "url": (self.tr("Profile's address"), ""),
            "title": (self.tr("Title"), self.tr("Shown where there is no name")),
            "employee": (
                self.tr("Portal's user"),
                self.tr("The message is his, written outside; 0 is a text of the system"),
            ),
            "chat_name": (self.tr("Name of the chat"), ""),
            "chat_url": (self.tr("Chat's address"), self.tr("Shown as the original post")),
        }

    def _arrange(self, beside: int) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        blocks: list[tuple[str, list[QWidget]]] = [
            (
                self.tr("The person"),
                [
                    self.free_name,
                    *(self.fields[name] for name in ("phone", "email")),
                    self.any_phone,
                    self._gender,
                    *(self.fields[name] for name in ("picture", "url", "title")),
                ],
            ),
            (self.tr("The message"), [self.fields["employee"], self.disable_crm]),
            (self.tr("The chat"), [self.fields["chat_name"], self.fields["chat_url"]]),
        ]
        for title, parts in blocks:
            column.addWidget(label(title, "strong"))
            for part in parts:
                row = QHBoxLayout()
                row.addSpacing(beside if isinstance(part, QCheckBox) else 0)
                row.addWidget(part, 1)
                column.addLayout(row)
