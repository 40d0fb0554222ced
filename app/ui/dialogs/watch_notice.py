"""Under the heading: that looking changes nothing for anybody, and whose words are missing."""

from app.domain.receipts import ReceiptMode, Receipts
from app.ui.dialogs.notice_line import NoticeLine
from app.ui.style import Theme


class HalfNotice(NoticeLine):
    """That only the operator's half is here: another program writes as the customer."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "info")
        self.say(
            self.tr(
                "The customer's own messages come from another program and are not told to this "
                "console."
            ),
            self.tr("The customer's messages are not told to this console."),
        )


class WatchNotice(NoticeLine):
    """Who looks is not seen; but what a rule tells the portal is said."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "eye")
        self._inside = self._mine = self._silent = False
        self._receipts, self._foreign = Receipts(ReceiptMode.MANUAL), False
        self._tell()

    def set_receipts(self, receipts: Receipts, *, foreign: bool = False) -> None:
        """What operators' messages are acknowledged with here, whoever looks; `foreign` where
        another program is the customer's channel.
        """
        self._receipts, self._foreign = receipts, foreign
        self._tell()

    def show_seat(self, *, inside: bool, mine: bool, silent: bool) -> None:
        """Whether the person sits in the chat, or has the dialog: then everybody there sees it; and
        whether silent mode keeps from the customer what is written.
        """
        self._inside, self._mine, self._silent = inside, mine, silent
        self.setVisible(silent or not mine)
        self._tell()

    def _tell(self) -> None:
        whole, short = self._joined() if self._inside else self._told()
        if not self._silent:
            self.say(whole, short)
            return
        silent = self.tr("Silent mode is on: the customer is not sent what operators write.")
        brief = self.tr("Silent mode is on: nothing goes to the customer.")
        self.say(silent if self._mine else f"{silent} {whole}", brief)

    def _joined(self) -> tuple[str, str]:
        return (
            self.tr(
                "You have joined this chat: its operator sees you there. Looking marks nothing as "
                "read."
            ),
            self.tr("You are in this chat: its operator sees you."),
        )

    def _told(self) -> tuple[str, str]:
        mode, read = self._receipts.mode, self._receipts.read
        if mode is ReceiptMode.FAIL:
            return (
                self.tr(
                    "The customer and the operator cannot see you. A rule of this dialog reports "
                    "operators' messages as not delivered."
                ),
                self.tr("Nobody sees you; a rule reports messages as not delivered."),
            )
        if mode is ReceiptMode.AUTOMATIC:
            return self._confirms_read() if read else self._confirms()
        if self._foreign:
            return (
                self.tr(
                    "Watching only. Another program is the customer's channel: this console "
                    "confirms nothing and marks nothing as read."
                ),
                self.tr("Watching only: nothing is confirmed, nothing is marked as read."),
            )
        return (
            self.tr(
                "Watching only. The customer and the operator cannot see you; nothing is marked "
                "as read."
            ),
            self.tr("Watching only: nobody sees you, nothing is marked as read."),
        )

    def _confirms(self) -> tuple[str, str]:
        return (
            self.tr(
                "The customer and the operator cannot see you. A rule of this dialog confirms "
                "operators' messages as delivered."
            ),
            self.tr("Nobody sees you; a rule confirms messages as delivered."),
        )

    def _confirms_read(self) -> tuple[str, str]:
        return (
            self.tr(
                "The customer and the operator cannot see you. A rule of this dialog marks "
                "operators' messages as delivered and read."
            ),
            self.tr("Nobody sees you; a rule marks messages as delivered and read."),
        )
