"""The words for what goes wrong with people to play, their files and groups. Knows only words."""

from PySide6.QtCore import QObject

from app.ui.sign_in_words import Words


class CustomerErrors(QObject):
    """Each code stands for three texts: what happened, what it means, what to do about it."""

    def table(self) -> dict[str, Words]:
        """Every code in upper case with its words."""
        return self._library() | self._tables() | self._files() | self._groups()

    def _library(self) -> dict[str, Words]:
        return {
            "PERSONAS_UNREADABLE": (
                self.tr("The library of people cannot be read"),
                self.tr("Its file personas.json is damaged; it was left as it is."),
                self.tr("Put a good copy in its place, or move it away to begin a new one."),
            ),
            "PERSONAS_NEWER": (
                self.tr("The library of people was written by a newer version"),
                self.tr("It was left as it is."),
                self.tr("Use the newer version of this program."),
            ),
            "PERSONAS_UNWRITABLE": (
                self.tr("The library of people cannot be written"),
                self.tr("Nothing was changed in it."),
                self.tr("Check the disk and the rights of the data folder, then try again."),
            ),
            "PERSONAS_TOO_MANY": (
                self.tr("These are too many people"),
                self.tr("The library holds up to 10,000."),
                self.tr("Delete those that are not needed, or take over a smaller file."),
            ),
            "PERSONA_WRONG": (
                self.tr("This person cannot be kept"),
                self.tr("Something about it is wrong, or somebody else has its id."),
                self.tr("Correct the fields that are marked."),
            ),
        }

    def _tables(self) -> dict[str, Words]:
        columns = "id, name, last_name, phone, email, picture, gender, url"
        told = self.tr("A table needs these columns: {columns}.").format(columns=columns)
        return {
            "NO_TABLE": (self.tr("This file holds no people"), told, ""),
            "NO_ID_COLUMN": (self.tr("The table has no column id"), told, ""),
        }

    def _files(self) -> dict[str, Words]:
        return {
            "NO_SHELF": (
                self.tr("A real portal takes no files from a connector"),
                self.tr("It downloads them from a public address."),
                self.tr("Put the file where everybody can open it, and attach that address."),
            ),
            "FILE_UNREADABLE": (
                self.tr("The file cannot be read"),
                self.tr("It was moved, or it is not yours to read."),
                self.tr("Choose another file."),
            ),
            "FILE_EMPTY": (self.tr("The file is empty"), "", self.tr("Choose another file.")),
            "FILE_TOO_LARGE": (
                self.tr("The file is too large"),
                self.tr("The sandbox takes files of up to 10 MB."),
                self.tr("Choose a smaller file."),
            ),
            "SANDBOX_FILE": (
                self.tr("The sandbox did not take the file"),
                self.tr("It keeps up to 64 MB of files in memory."),
                self.tr("Choose a smaller file, or start the sandbox again."),
            ),
        }

    def _groups(self) -> dict[str, Words]:
        return {
            "NO_GROUP": (
                self.tr("Nobody else can write in this chat"),
                self.tr("Its connector was not registered with CHAT_GROUP."),
                self.tr("Write in a chat with the same id: the portal opens one more."),
            ),
            "NOBODY": (self.tr("Nobody is chosen"), "", self.tr("Choose people in the list.")),
            "TOO_FEW": (
                self.tr("One person is no group"),
                "",
                self.tr("Choose at least two people in the list."),
            ),
            "NOT_OURS": (
                self.tr("Nobody knows here how this connector is registered"),
                self.tr("The portal does not tell; only this program remembers its own."),
                self.tr("Register the connector here, then try again."),
            ),
        }
