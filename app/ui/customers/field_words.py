"""Words for the fields of a customer and for what is wrong with them. Knows no widget."""

from PySide6.QtCore import QObject


class FieldWords(QObject):
    """Stateless; a QObject only so that its strings can be translated."""

    def problem(self, code: str) -> str:
        """What is wrong with a field."""
        return self._table().get(code, self.tr("The portal would not take this value."))

    def gender(self, value: str) -> str:
        """male, female, or not said."""
        return {
            "male": self.tr("Male"),
            "female": self.tr("Female"),
        }.get(value, self.tr("Not said"))

    def _table(self) -> dict[str, str]:
        return {
            "PERSON_EMPTY": self.tr("The name is missing."),
            "PERSON_CHARACTERS": self.tr(
                "The portal takes only letters, blanks, hyphens and apostrophes here."
            ),
            "PERSON_TOO_LONG": self.tr("The portal takes at most 25 characters here."),
            "ID_EMPTY": self.tr("The id is missing: it tells the customers of a channel apart."),
            "ID_TAKEN": self.tr("Somebody else in the library has this id."),
            "CHAT_EMPTY": self.tr("The id of the chat is missing."),
            "CHAT_PIPE": self.tr("An id must not hold a vertical bar: it parts the dialog's key."),
            "PHONE": self.tr("This is no phone number: digits, with + before them, are one."),
            "EMAIL": self.tr("This is no e-mail address."),
            "GENDER": self.tr("The portal knows male and female."),
            "ADDRESS": self.tr("The portal opens only addresses with http or https."),
            "ADDRESS_SECRET": self.tr("This address holds a secret, and would be seen by others."),
            "EMPLOYEE": self.tr("This is no number of a portal's user."),
        }
