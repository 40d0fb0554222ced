"""What is asked before a bot gets a line's customers, and before it goes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.bot_life import RunBot
from app.ui.prompts import ask, ask_typed

if TYPE_CHECKING:
    from app.ui.bots.presenter import BotsPresenter


async def may_assign(parent: QWidget, presenter: "BotsPresenter", name: str, line: int) -> bool:
    """Ask where real customers would hear the bot, and where it takes another one's place."""
    translate = QCoreApplication.translate
    if not line:
        return True
    place, other = presenter.line_name(line), presenter.other_bot(line)
    texts = []
    if other:
        text = translate("BotQuestions", "The bot {other} greets there now and stops doing so.")
        texts.append(text.format(other=f"#{other}"))
    if presenter.is_production:
        text = translate(
            "BotQuestions",
            "This is a portal with real customers: from now on the bot greets everybody who writes "
            "there.",
        )
        texts.append(text)
    if not texts:
        return True
    title = translate("BotQuestions", "Let “{bot}” greet in “{line}”?")
    confirm = translate("BotQuestions", "Let it greet")
    asked = title.format(bot=name, line=place)
    return await ask(parent, asked, " ".join(texts), confirm, danger=presenter.is_production)


async def may_unregister(parent: QWidget, presenter: "BotsPresenter", bot: RunBot) -> bool:
    """Ask before a bot goes, with what goes along; where customers are real it is typed."""
    translate = QCoreApplication.translate
    text = translate(
        "BotQuestions",
        "It leaves the portal and its line; dialogs that it has go to the queue. Its rules and the "
        "record of its dialogs are deleted here.",
    )
    load = presenter.row(bot).dialogs
    if load:
        text = f"{text} {presenter.words.load(load)}"
    title = translate("BotQuestions", "Unregister “{bot}”?").format(bot=bot.name)
    confirm = translate("BotQuestions", "Unregister")
    if presenter.is_production:
        return await ask_typed(parent, title, text, bot.name, confirm)
    return await ask(parent, title, text, confirm, danger=True)
