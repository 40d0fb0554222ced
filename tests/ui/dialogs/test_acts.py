"""Acts of a supervisor in the window: the menu, the questions, transfer and rating."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLabel

from app.domain.acts import Act, Colleagues, Target
from app.domain.dialog import DialogState
from app.domain.line import Employee
from app.domain.portal import PortalKind
from app.ui.act_words import ActWords
from app.ui.supervise.act_menu import ActMenu
from tests.helpers.desk import LINE, OTHER_LINE

LEFT, ENTER = Qt.MouseButton.LeftButton, Qt.Key.Key_Return
OLGA, OLEG, ANN = 1, 7, 12


def heading(page):
    return page.conversation.heading


async def session_of(sandbox, desk, dialog):
    return (await sandbox.chat(desk.dialogs.get(dialog.id)))["sessions"][-1]


async def prompt(page, until):
    """The question that is open."""
    await until(lambda: page.window().findChild(QDialog, "prompt"))
    return page.window().findChild(QDialog, "prompt")


async def gone(page, until):
    await until(lambda: not page.window().findChildren(QDialog, "prompt"))


async def menu_of(qtbot, page, until):
    """The menu, after the portal has said whose the dialog is."""
    qtbot.mouseClick(heading(page).more, LEFT)
    supervision = page._desk.supervision
    await until(lambda: supervision.seat(page.open_dialog) is not None)
    return heading(page).findChild(ActMenu)


@pytest.fixture
async def anns(page, dialog, desk):
    """The dialog after Ann has got it from Olga."""
    await desk.supervision.act(Act.ANSWER, dialog.id)
    await desk.supervision.act(Act.TRANSFER, dialog.id, Target(ANN, "Ann Lee"))
    return desk.dialogs.get(dialog.id)


async def test_the_menu_names_the_user_and_every_act_with_its_reason(qtbot, page, anns, until):
    menu = await menu_of(qtbot, page, until)
    shown = {act: action for act, action in menu.acts.items() if action.isVisible()}
    texts = {act: action.text().partition("\t") for act, action in shown.items()}

    assert menu.head.text() == "As Olga Demina"
    assert set(Act) - shown.keys() == {Act.UNPIN, Act.LOUD}, "only switches that are off"
    assert "deprecated" in texts[Act.SILENT][0]
    off = {act: text[2] for act, text in texts.items() if not shown[act].isEnabled()}
    assert off == {
        Act.ANSWER: "Another operator has this dialog",
        Act.SKIP: "Another operator has this dialog",
        Act.FINISH: "Another operator has this dialog",
        Act.START: "A session is open",
    }
    assert "Intercept" not in shown[Act.SKIP].toolTip()
    menu.close()


async def test_what_the_portal_does_not_tell_is_said_in_the_menu(
    qtbot, page, dialog, sandbox, until
):
    await sandbox.order("fault", kind="ACCESS_ERROR", method="imopenlines.dialog.get", count=9)
    qtbot.mouseClick(heading(page).more, LEFT)
    menu = heading(page).findChild(ActMenu)
    await until(lambda: "no access" in menu.head.text())

    assert menu.acts[Act.ANSWER].isEnabled()
    menu.close()


async def test_pinning_turns_the_switch_round(qtbot, page, dialog, until):
    menu = await menu_of(qtbot, page, until)
    menu.acts[Act.PIN].trigger()
    menu.close()
    seat = lambda: page._desk.supervision.seat(dialog.id)  # noqa: E731 - asked again and again
    await until(lambda: seat().pinned)
    menu = await menu_of(qtbot, page, until)

    assert menu.acts[Act.UNPIN].isVisible()
    assert not menu.acts[Act.PIN].isVisible()
    menu.close()


async def test_taking_a_dialog_from_a_colleague_is_asked_before(
    qtbot, page, anns, desk, sandbox, until
):
    page.supervise.do(Act.INTERCEPT)
    question = await prompt(page, until)
    told = question.text.text()
    qtbot.mouseClick(question.cancel, LEFT)
    await gone(page, until)
    kept = (await session_of(sandbox, desk, anns))["operator"]
    page.supervise.do(Act.INTERCEPT)
    qtbot.mouseClick((await prompt(page, until)).confirm, LEFT)
    await until(lambda: desk.dialogs.get(anns.id).operator_id == OLGA)

    assert "Ann Lee" in told
    assert "You do this as Olga Demina." in told
    assert kept == ANN
    assert (await session_of(sandbox, desk, anns))["operator"] == OLGA
    assert heading(page).finish.isEnabled()
    assert "as Olga Demina" in heading(page).finish.toolTip()


async def test_spam_on_production_needs_the_number_of_the_chat(qtbot, page, dialog, desk, until):
    desk.session.profile = replace(desk.session.profile, kind=PortalKind.PRODUCTION)
    page.supervise.do(Act.SPAM)
    question = await prompt(page, until)
    assert not question.confirm.isEnabled()
    qtbot.keyClicks(question.line, str(desk.dialogs.get(dialog.id).portal_chat))
    qtbot.mouseClick(question.confirm, LEFT)
    await until(lambda: desk.dialogs.get(dialog.id).state is DialogState.CLOSED)


async def test_a_dialog_is_handed_to_a_colleague_found_by_name(
    qtbot, page, dialog, desk, sandbox, until
):
    await desk.supervision.act(Act.ANSWER, dialog.id)
    qtbot.mouseClick(heading(page).transfer, LEFT)
    asked = await prompt(page, until)
    await until(lambda: asked.list.model_rows.rowCount() == 3)
    assert not asked.confirm.isEnabled()
    qtbot.keyClicks(asked.search, "Ann")
    await until(lambda: asked.list.model_rows.rowCount() == 1)
    qtbot.keyClick(asked.search, ENTER)
    assert "Ann Lee" in asked.list.currentIndex().data()
    qtbot.keyClick(asked.list, ENTER)
    await gone(page, until)

    assert (await session_of(sandbox, desk, dialog))["operator"] == ANN
    assert desk.dialogs.get(dialog.id).operator == "Ann Lee"


async def test_a_refused_transfer_stays_open_and_says_why(
    qtbot, page, dialog, desk, sandbox, until
):
    page.supervise.do(Act.TRANSFER)
    asked = await prompt(page, until)
    await until(lambda: asked.list.model_rows.rowCount() == 3)
    await sandbox.order("dismiss", user_id=OLEG)
    rows = [asked.list.model_rows.index(row) for row in range(3)]
    asked.list.setCurrentIndex(next(row for row in rows if "Олег" in row.data()))
    qtbot.mouseClick(asked.confirm, LEFT)
    await until(asked.error.isVisible)
    told, code = asked.error.text.text(), asked.error.code.text()
    asked.kind.choose("line")
    asked.kind.chosen.emit("line")
    await until(lambda: "back to" in str(asked.list.model_rows.index(0).data()))
    names = [asked.list.model_rows.index(row).data() for row in range(2)]
    cleared = not asked.error.isVisible()
    asked.reject()
    await gone(page, until)

    assert "dismissed" in told
    assert "OPERATOR_WRONG" in code
    assert cleared
    assert "back to its own queue" in names[0]
    assert (await session_of(sandbox, desk, dialog))["operator"] is None


async def test_a_dialog_is_handed_to_another_line(qtbot, page, dialog, desk, sandbox, until):
    page.supervise.do(Act.TRANSFER)
    asked = await prompt(page, until)
    asked.kind.choose("line")
    asked.kind.chosen.emit("line")
    qtbot.keyClicks(asked.search, "whole")
    await until(lambda: asked.list.model_rows.rowCount() == 1)
    assert "Wholesale" in asked.list.model_rows.index(0).data()
    qtbot.keyClick(asked.search, ENTER)
    qtbot.mouseClick(asked.confirm, LEFT)
    await gone(page, until)

    assert (await session_of(sandbox, desk, dialog))["line"] == OTHER_LINE != LINE


async def test_nobody_is_handed_what_he_has_and_nobody_hands_to_himself(page, anns, until):
    page.supervise.do(Act.TRANSFER)
    asked = await prompt(page, until)
    await until(lambda: asked.list.model_rows.rowCount() == 3)
    asked.list.to_first()
    rows = [asked.list.model_rows.index(row) for row in range(3)]
    able = [row.data() for row in rows if row.flags() & Qt.ItemFlag.ItemIsEnabled]
    said, chosen = [row.data() for row in rows], asked.list.target
    asked.reject()
    await gone(page, until)

    assert chosen == Target(OLEG, "Олег Иванов")
    assert len(able) == 1
    assert "has it now" in next(each for each in said if "Ann" in each)
    assert "Intercept takes it" in next(each for each in said if "Olga" in each)


async def test_ten_thousand_colleagues_come_page_by_page(page, dialog, desk, monkeypatch, until):
    everybody = [Employee(n, f"Person {n}") for n in range(1, 10_001)]

    async def find(words, start=0):
        ends = start + 50
        return Colleagues(tuple(everybody[start:ends]), ends if ends < 10_000 else None)

    monkeypatch.setattr(desk.supervision, "find_people", find)
    page.supervise.do(Act.TRANSFER)
    asked = await prompt(page, until)
    await until(lambda: asked.list.model_rows.rowCount() == 50)
    rows, bar = asked.list.model_rows, asked.list.verticalScrollBar()
    for shown in (100, 150):
        await until(lambda n=shown: rows.rowCount() == n or bar.setValue(bar.maximum()))
    asked.reject()
    await gone(page, until)


async def test_people_who_cannot_be_searched_are_told_with_the_reason(page, dialog, sandbox, until):
    await sandbox.order("fault", kind="insufficient_scope", method="user.get", count=9)
    page.supervise.do(Act.TRANSFER)
    asked = await prompt(page, until)
    await until(asked.error.isVisible)

    assert "permission" in asked.error.title.text()
    await sandbox.order("clear-faults")
    asked.error.button.click()
    await until(lambda: asked.list.model_rows.rowCount() == 3)
    assert not asked.error.isVisible()
    asked.reject()
    await gone(page, until)


async def test_a_rating_is_offered_when_the_portal_allows_it(
    qtbot, page, dialog, desk, sandbox, until
):
    page.supervise.do(Act.VOTE)
    asked = await prompt(page, until)
    await until(asked.marks[4].isEnabled)
    assert not asked.confirm.isEnabled()
    asked.marks[4].click()
    qtbot.keyClicks(asked.comment, "Quick")
    qtbot.mouseClick(asked.confirm, LEFT)
    await gone(page, until)
    session = await session_of(sandbox, desk, dialog)

    assert (session["head_vote"], session["head_comment"]) == (4, "Quick")


async def test_arrow_keys_choose_a_mark(qtbot, page, dialog, until):
    page.supervise.do(Act.VOTE)
    asked = await prompt(page, until)
    await until(asked.marks[1].hasFocus)
    qtbot.keyClick(asked.marks[1], Qt.Key.Key_Right)
    first = asked.rating
    qtbot.keyClick(asked.marks[2], Qt.Key.Key_Right)

    assert (first, asked.rating) == (2, 3)
    assert asked.confirm.isEnabled()
    assert asked.confirm.text() == "Rate"
    asked.reject()
    await gone(page, until)


async def test_a_rating_needs_no_mouse(qtbot, page, dialog, desk, sandbox, until):
    page.supervise.do(Act.VOTE)
    asked = await prompt(page, until)
    await until(asked.marks[1].hasFocus)
    qtbot.keyClick(asked.marks[1], Qt.Key.Key_4)
    asked.comment.setFocus()
    qtbot.keyClicks(asked.comment, "2 minutes")
    qtbot.keyClick(asked.comment, ENTER, Qt.KeyboardModifier.ControlModifier)
    await gone(page, until)
    session = await session_of(sandbox, desk, dialog)

    assert (session["head_vote"], session["head_comment"]) == (4, "2 minutes")


async def test_a_session_that_only_the_portal_has_named_can_be_rated(
    page, dialog, desk, sandbox, until
):
    session = (await desk.supervision.read(dialog.id)).session
    await desk.dialogs.write(lambda t: t.put(replace(t.dialog(dialog.id), session=None)))
    page.supervise.do(Act.VOTE)
    asked = await prompt(page, until)
    await until(asked.marks[4].isEnabled)
    texts = {each.text() for each in asked.findChildren(QLabel)}
    assert f"Rate session {session}" in texts
    asked.marks[4].click()
    asked.confirm.click()
    await gone(page, until)

    assert (await session_of(sandbox, desk, dialog))["head_vote"] == 4


async def test_questions_name_a_customer_without_a_name_as_the_list_does(page, anns, desk, until):
    await desk.dialogs.write(lambda t: t.put(replace(t.dialog(anns.id), name=anns.chat)))
    shown = page.words.name(desk.dialogs.get(anns.id))
    page.supervise.do(Act.INTERCEPT)
    asked = await prompt(page, until)

    assert shown.startswith("Customer ")
    assert any(shown in each.text() for each in asked.findChildren(QLabel))
    asked.reject()
    await gone(page, until)


async def test_who_may_not_rate_is_told_before_he_tries(page, dialog, desk, monkeypatch, until):
    async def head_vote(_):
        from app.domain.acts import HeadVote

        return HeadVote(allowed=False)

    monkeypatch.setattr(desk.supervision, "head_vote", head_vote)
    page.supervise.do(Act.VOTE)
    asked = await prompt(page, until)
    await until(asked.error.isVisible)

    assert asked.error.title.text() == "You may not rate this session"
    assert asked.state.isHidden(), "it is told once"
    assert not any(part.isEnabled() for part in (*asked.marks.values(), asked.confirm))
    asked.reject()
    await gone(page, until)


async def test_a_colleague_who_was_faster_is_named_where_the_dialog_is(
    qtbot, page, dialog, desk, sandbox, until
):
    await sandbox.order("answer", chat_id=desk.dialogs.get(dialog.id).portal_chat, user_id=ANN)
    page.supervise.do(Act.ANSWER)
    await until(page.conversation.error.isVisible)

    assert page.conversation.error.title.text() == "Another operator was faster"
    assert desk.dialogs.get(dialog.id).operator == "Ann Lee"
    assert not heading(page).answer.isEnabled()
    assert "Another operator has this dialog" in heading(page).answer.toolTip()


def press(page, keys):
    """The page hears these keys wherever the keyboard is in it."""
    heard = [each for each in page.findChildren(QShortcut) if each.key() == QKeySequence(keys)]
    assert len(heard) == 1
    heard[0].activated.emit()


async def test_the_frequent_acts_have_keys(page, dialog, desk, until):
    press(page, "Ctrl+Shift+A")
    await until(lambda: desk.dialogs.get(dialog.id).operator_id == OLGA)
    press(page, "Ctrl+Shift+T")
    (await prompt(page, until)).reject()
    await gone(page, until)
    press(page, "Ctrl+Shift+E")
    await until(lambda: desk.dialogs.get(dialog.id).state is DialogState.CLOSED)
    press(page, "Ctrl+Shift+E")

    assert page.conversation.error.title.text() == "The session is closed"
    groups = {each.group for each in page.commands() if each.shortcut.startswith("Ctrl+Shift+")}
    assert "This dialog, as Olga Demina" in groups


async def test_who_answers_speaks_as_the_operator_from_then_on(page, dialog, desk, until):
    field = page.conversation.composer.field
    field.setPlainText("Begun as the customer")
    assert not page.composer.is_operator

    press(page, "Ctrl+Shift+A")
    await until(lambda: page.composer.is_operator)

    assert field.toPlainText() == ""
    page.composer.switch()
    assert field.toPlainText() == "Begun as the customer"


async def test_a_dialog_that_was_taken_from_a_bot_opens_with_the_operator_s_composer(page, dialog):
    page.take(("taken", dialog.id))

    assert page.open_dialog == dialog.id
    assert page.composer.is_operator


async def test_who_has_joined_is_told_that_he_is_seen(qtbot, page, anns, desk, until):
    notice, people = page.conversation.watching, desk.linked.participants
    assert "cannot see you" in notice.accessibleName() or "nobody sees" in notice.accessibleName()
    await people.read(anns)
    page.supervise.do(Act.JOIN)
    await until(lambda: "sees you" in notice.accessibleName())
    await until(lambda: "Olga Demina" in {each.name for each in people.of(anns.id).members})

    assert "You have joined" in notice.accessibleName()
    assert desk.supervision.why_not(Act.JOIN, desk.dialogs.get(anns.id)) == "ACT_INSIDE"


async def test_nobody_is_told_that_he_cannot_be_seen_in_his_own_dialog(page, dialog, desk, until):
    assert page.conversation.watching.isVisible()
    await desk.supervision.act(Act.ANSWER, dialog.id)

    await until(lambda: not page.conversation.watching.isVisible())


async def test_silent_mode_is_named_also_over_ones_own_dialog(page, dialog, desk, until):
    notice = page.conversation.watching
    await desk.supervision.act(Act.ANSWER, dialog.id)
    await until(lambda: not notice.isVisible())
    await desk.supervision.act(Act.SILENT, dialog.id)
    await until(notice.isVisible)
    mine = notice.accessibleName()
    await desk.supervision.act(Act.TRANSFER, dialog.id, Target(ANN, "Ann Lee"))
    await until(lambda: "cannot see you" in notice.accessibleName())
    others = notice.accessibleName()
    await desk.supervision.act(Act.LOUD, dialog.id)
    await until(lambda: "Silent" not in notice.accessibleName())

    assert mine == "Silent mode is on: the customer is not sent what operators write."
    assert others.startswith(mine)


async def test_who_got_the_dialog_stands_in_the_transcript(page, anns, until):
    model = page.transcript_model

    def texts():
        return {each.text for each in map(model.message, range(model.count())) if each}

    await until(lambda: "handed-over:Ann Lee" in texts())


async def test_all_own_dialogs_are_pinned_after_a_question(qtbot, page, dialog, desk, until):
    await desk.supervision.act(Act.ANSWER, dialog.id)
    command = next(each for each in page.commands() if each.text == "Pin all my dialogs")
    command.run()
    asked = await prompt(page, until)
    qtbot.mouseClick(asked.confirm, LEFT)
    await until(lambda: desk.supervision.seat(dialog.id).pinned)

    assert desk.supervision.why_not(Act.PIN, desk.dialogs.get(dialog.id)) == "ACT_PINNED"


async def test_a_session_is_offered_to_begin_with_a_message_where_none_is_open(
    page, dialog, desk, until
):
    await desk.supervision.act(Act.ANSWER, dialog.id)
    await desk.outbox.reply(dialog.id, "Two left")
    model = page.transcript_model

    def said():
        rows = map(model.message, range(model.count()))
        return next((each for each in rows if each and each.im and each.text == "Two left"), None)

    await until(said)
    position, entries = said().position, page.message_actions._entries
    assert not entries.allows(said(), "begin")
    await desk.supervision.act(Act.FINISH, dialog.id)
    assert entries.allows(said(), "begin")
    page.message_actions.do(position, "begin")
    await until(lambda: desk.dialogs.get(dialog.id).state is DialogState.OPEN)

    assert desk.dialogs.get(dialog.id).operator_id == OLGA


async def test_the_palette_finds_every_act_by_its_name_in_the_menu(page, dialog):
    names = {ActWords().name(act).rstrip("…") for act in Act}

    assert names <= {each.text.partition(": ")[0] for each in page.commands()}


async def test_the_palette_does_nothing_to_a_dialog_that_is_not_on_the_screen(page, dialog):
    def join():
        return next(each for each in page.commands() if each.text.startswith("Join: "))

    assert join().enabled()
    page.hide()

    assert not join().enabled()
    assert join().why_not == "no dialog is on the screen"


async def test_the_first_arrow_key_in_the_menu_goes_to_the_first_act_that_is_possible(
    qtbot, page, anns, until
):
    menu = await menu_of(qtbot, page, until)
    qtbot.keyClick(menu, Qt.Key.Key_Down)

    assert menu.activeAction() is menu.acts[Act.JOIN]
    menu.close()


async def test_the_arrow_key_goes_from_the_words_to_the_people(qtbot, page, dialog, until):
    page.supervise.do(Act.TRANSFER)
    asked = await prompt(page, until)
    await until(asked.list.model_rows.rowCount)
    await until(asked.search.hasFocus)
    qtbot.keyClick(asked.search, Qt.Key.Key_Down)

    assert asked.list.target is not None
    asked.reject()
    await gone(page, until)
