"""What the composer says of itself: as whom is written, and why something cannot be."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.dialog import Customer, Dialog
from app.domain.links import neutral

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.ui.dialogs.composer_presenter import ComposerPresenter


class ComposerWords(QObject):
    """Belongs to the composer's presenter; decides nothing."""

    def __init__(self, desk: "Desk", composer: "ComposerPresenter") -> None:
        super().__init__(composer)
        self._desk, self._composer = desk, composer

    def who(self) -> tuple[str, str]:
        """As whom is written: the loud words, and the quiet ones behind them."""
        composer = self._composer
        dialog, customer = composer.dialog, composer.writer
        if dialog is None:
            return "", ""
        if composer.editing is not None:
            return self.tr("You edit a message of the CUSTOMER"), _named(dialog, customer)
        if composer.is_operator:
            name = self._desk.session.capabilities.user.name
            return self.tr("You write as OPERATOR {name}").format(name=neutral(name)), ""
        return self.tr("You write as the CUSTOMER"), _named(dialog, customer)

    def reason(self) -> str:
        """Why nothing can be written now, or ""."""
        composer = self._composer
        if composer.dialog is None:
            return self.tr("No dialog is open.")
        if composer.is_locked:
            return self.tr("This portal is read-only here: nothing can be sent.")
        if composer.needs_customer:
            return self.tr("This dialog began at the portal: nobody has said who the customer is.")
        if composer.is_operator and composer.dialog.portal_chat is None:
            return self.tr("The portal has no chat yet: no message of the customer has arrived.")
        return ""

    def why_no_files(self) -> str:
        """Why nothing can be attached, or ""."""
        if self._composer.editing is not None:
            return self.tr("The portal changes only the text of a message, not its files.")
        if self._composer.is_operator:
            return self.tr("Only customers' files go through a connector.")
        return self.reason()


def _named(dialog: Dialog, customer: Customer | None) -> str:
    """The customer's own name, which a renamed chat no longer has, and his id."""
    name = f"{customer.name} {customer.last_name}".strip() if customer else dialog.name
    number = customer.id if customer else dialog.user
    return f"{neutral(name)} ({neutral(number)})" if number else neutral(name)
