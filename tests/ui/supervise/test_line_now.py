"""After a transfer to a line the dialog says which line has it, and by which one it came."""

from app.domain.acts import Act, Target
from app.ui.dialogs.details_parts import Value
from tests.helpers.desk import LINE, OTHER_LINE
from tests.ui.dialogs.conftest import dialog, page

__all__ = ["dialog", "page"]


async def test_a_dialog_that_was_transferred_names_the_line_that_has_it(page, dialog, until, desk):
    await desk.lines.refresh()
    names = {each.id: each.name for each in desk.lines.all()}
    heading = page.conversation.heading
    await until(lambda: heading.place.whole_text().startswith(page.words.line(LINE)))
    target = Target(OTHER_LINE, names[OTHER_LINE], is_line=True)
    await desk.supervision.act(Act.TRANSFER, dialog.id, target=target)

    both = f"{page.words.line(OTHER_LINE)} (from {page.words.line(LINE)})"
    await until(lambda: heading.place.whole_text().startswith(both))
    assert page.words.place(desk.dialogs.get(dialog.id)) == both
    told = [each.accessibleName() for each in page.details.findChildren(Value)]
    assert f"Line: {page.words.line(OTHER_LINE)} ({OTHER_LINE})" in told
    assert f"Came by line: {page.words.line(LINE)} ({LINE})" in told
