"""What is typed into the palette finds the nearest command first."""

from app.ui.commands import Command
from app.ui.palette import CommandModel


def test_what_is_typed_is_found_at_the_beginning_of_words_first(qapp):
    texts = ("Open dialogs", "Catalogue", "Open the log of acts", "Log out", "Else")
    model = CommandModel()
    model.set_commands(
        [Command(each, print, "", "A log" if each == "Else" else "") for each in texts]
    )
    model.search("log")

    shown = [model.command(row).text for row in range(model.rowCount())]
    assert shown == ["Log out", "Open the log of acts", "Open dialogs", "Catalogue", "Else"]
