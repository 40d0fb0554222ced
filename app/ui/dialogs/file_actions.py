"""What a person does with the files of a message: load, stop, save, open the address."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.dialog import Attachment, Message
from app.domain.file_names import NameDoubt, doubts, safe_name
from app.domain.links import neutral
from app.ui import prompts
from app.ui.dialogs.file_cards import FileCards
from app.ui.dialogs.link_opener import LinkOpener
from app.ui.tasks import Tasks

#: What can be done with a file, as actions name it.
ACTS = ("load", "cancel", "save", "browse")


class FileActions(QObject):
    """Belongs to one transcript."""

    def __init__(self, above: QWidget, cards: FileCards, opener: LinkOpener, tasks: Tasks) -> None:
        super().__init__(above)
        self._above, self._cards, self._opener, self._tasks = above, cards, opener, tasks

    def do(self, act: str, message: Message, number: str) -> None:
        """Without a number, the first file of the message that it can be done to."""
        files = message.attachments
        if number.isdigit():
            chosen = files[int(number) : int(number) + 1]
        else:
            chosen = tuple(each for each in files if self._cards.view(each).action == act)[:1]
        for attachment in chosen:
            self._do(act, attachment)

    def _do(self, act: str, attachment: Attachment) -> None:
        if act == "browse":
            self._opener.open(attachment.url)
        elif act == "load":
            self._cards.load(attachment)
        elif act == "cancel":
            self._cards.cancel(attachment)
        elif self._runs(attachment):
            self._tasks.start("ask", partial(self._ask_to_save, attachment))
        else:
            self._choose(attachment)

    @staticmethod
    def _runs(attachment: Attachment) -> bool:
        found = doubts(attachment.name, attachment.kind)
        return NameDoubt.PROGRAM in found or NameDoubt.DOUBLE in found

    async def _ask_to_save(self, attachment: Attachment) -> None:
        title = self.tr("Save a file that can run?")
        text = self.tr(
            "{name} is a program, or can hold one. Whoever opens it runs it. Save it only if you "
            "know who sent it and why."
        )
        name = neutral(attachment.name)
        if await prompts.ask(
            self._above, title, text.format(name=name), self.tr("Save as…"), danger=True
        ):
            self._choose(attachment)

    def _choose(self, attachment: Attachment) -> None:
        dialog = QFileDialog(self._above, self.tr("Save the file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(safe_name(attachment.name))
        dialog.fileSelected.connect(lambda path: self._save(attachment, Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _save(self, attachment: Attachment, target: Path) -> None:
        self._tasks.start("save", partial(self._cards.save, attachment, target))
