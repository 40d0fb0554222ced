"""The words for files of messages that do not come, or cannot be saved. Knows only words.

Each code stands for three texts: what happened, what it means, what to do about it.
"""

from PySide6.QtCore import QObject

from app.ui.sign_in_words import Words


class DownloadErrors(QObject):
    """What goes wrong with a file."""

    def table(self) -> dict[str, Words]:
        """Every code in upper case with its words."""
        return {**self._refused(), **self._broken()}

    def _refused(self) -> dict[str, Words]:
        return {
            "LOAD_ADDRESS": (
                self.tr("The file has no address that can be loaded"),
                self.tr("Only addresses with http and https are loaded."),
                "",
            ),
            "LOAD_ELSEWHERE": (
                self.tr("The server sends elsewhere"),
                self.tr("It leads into this machine, its network, or round and round."),
                self.tr("Open the address in the browser if you trust who sent it."),
            ),
            "LOAD_REFUSED": (
                self.tr("The server does not give the file"),
                self.tr("It may have been deleted, or its link has expired."),
                self.tr("Ask for the file again."),
            ),
            "LOAD_TOO_LARGE": (
                self.tr("The file is larger than 50 MB"),
                self.tr("Files of this size are not loaded here."),
                self.tr("Open the address in the browser."),
            ),
            "LOAD_PACKED": (
                self.tr("The server packs the file on its way"),
                self.tr("What is small when packed can be huge unpacked, so it is not loaded."),
                self.tr("Open the address in the browser."),
            ),
        }

    def _broken(self) -> dict[str, Words]:
        return {
            "LOAD_CUT": (
                self.tr("The file did not come whole"),
                self.tr("The server ended early, or said another size."),
                self.tr("Try again."),
            ),
            "LOAD_SLOW": (
                self.tr("The file took too long"),
                self.tr("It was given up after five minutes."),
                self.tr("Try again."),
            ),
            "LOAD_GONE": (
                self.tr("The file is not here any more"),
                "",
                self.tr("Load it again."),
            ),
            "SAVE_FAILED": (
                self.tr("The file cannot be written"),
                self.tr("The disk is full, or the folder may not be written to."),
                self.tr("Choose another place."),
            ),
        }
