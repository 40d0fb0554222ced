"""The Chatbots page over a real desk and a sandbox, with the hands of a person."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit

from app.domain.bot import After, BotRules, Keyword, TargetKind
from app.domain.bot_life import TalkState
from app.domain.portal import PortalKind
from app.domain.problem import Problem
from app.services.bots import BotDraft
from app.ui.bots.page import BotsPage
from app.ui.bots.talks import Column
from app.ui.prompts import Prompt
from tests.helpers.desk import LINE, connected, written

LEFT = Qt.MouseButton.LeftButton
RULES = BotRules(
    greeting="Hello",
    keywords=(Keyword(("price*",), "Ten"),),
    fallback="Sorry?",
    hand_over_words=("operator*",),
    hand_over_text="One moment",
)


@pytest.fixture
async def empty(qtbot, theme, desk):
    """The page before the first bot."""
    await connected(desk)
    await desk.lines.refresh()
    made = BotsPage(desk, theme)
    made.resize(1400, 900)
    made.show()
    yield made
    await made.leave()
    made.hide()
    made.deleteLater()


@pytest.fixture
async def page(empty, desk):
    """A bot is registered and greets in the line."""
    await desk.bots.register(BotDraft("Helper", "acme_helper", RULES, LINE))
    return empty


def press(qtbot, button):
    qtbot.mouseClick(button, LEFT)


def typed(qtbot, field, text):
    field.clear()
    qtbot.keyClicks(field, text)


async def confirmed(page, until, *, yes=True):
    await until(lambda: [each for each in page.findChildren(Prompt) if each.isVisible()])
    prompt = next(each for each in page.findChildren(Prompt) if each.isVisible())
    told = f"{prompt.windowTitle()} {prompt.text.text()}"
    (prompt.accept if yes else prompt.reject)()
    await until(lambda: not page._asking.is_busy("unregister"))
    return told


async def test_without_bots_the_page_says_what_they_are_for_and_registers_one(
    qtbot, empty, desk, until
):
    assert empty.empty.isVisible()
    press(qtbot, empty.empty.buttons[0])
    typed(qtbot, empty.form.name, "Anna's helper")
    typed(qtbot, empty.form.code, "annas_helper")
    empty.form.line.setCurrentIndex(empty.form.line.findData(LINE))
    press(qtbot, empty.form.register)
    await until(lambda: desk.bots.book.all() and desk.bots.book.all()[0].line == LINE)
    await until(empty.view.isVisible)

    assert empty.focusWidget() is empty.view.head.line
    assert empty.view.head.name.whole_text() == "Anna's helper"
    assert empty.view.head.line.currentData() == LINE
    assert empty.view.rules.rules().greeting


async def test_a_name_that_is_missing_is_told_at_its_field_and_nothing_is_sent(
    qtbot, empty, sandbox
):
    empty.begin_new()
    empty.form.name.clear()
    typed(qtbot, empty.form.code, "a b")
    qtbot.keyClick(empty.form.code, Qt.Key.Key_Return)

    assert empty.form.fields["name"].problem() == "A bot needs a name: customers see it."
    assert empty.form.fields["code"].problem()
    assert empty.form.code.text() == "a b"
    assert await sandbox.calls("imbot.v2.Bot.register") == []


async def test_an_older_portal_explains_itself_and_asks_for_a_handler(
    qtbot, empty, desk, sandbox, until
):
    await sandbox.order("fault", kind="ERROR_METHOD_NOT_FOUND", method="imbot.v2.*", count=None)
    empty.begin_new()
    press(qtbot, empty.form.register)
    await until(empty.form.older.isVisible)
    await until(empty.form.register.isEnabled)
    press(qtbot, empty.form.register)
    assert empty.form.fields["handler"].problem()

    typed(qtbot, empty.form.handler, "https://bot.example.com/h")
    press(qtbot, empty.form.register)
    await until(desk.bots.book.all)
    await until(empty.view.elsewhere.isVisible)

    assert empty.view.head.badge.text == "answered elsewhere"


async def test_a_refused_registration_is_explained_and_keeps_what_was_typed(
    qtbot, empty, sandbox, until
):
    await sandbox.order("fault", kind="BOT_LIMIT_EXCEEDED", method="imbot.v2.Bot.register")
    empty.begin_new()
    typed(qtbot, empty.form.name, "Helper seven")
    press(qtbot, empty.form.register)
    await until(empty.error.isVisible)

    assert empty.error.title.text() == "There is no room for one more bot"
    assert empty.form.name.text() == "Helper seven"


async def test_rules_are_changed_saved_and_hold_from_then_on(qtbot, page, desk, until):
    form, view = page.view.rules, page.view
    assert not view.save.isEnabled()
    press(qtbot, form.keywords.add)
    card = form.keywords.cards[-1]
    qtbot.keyClicks(card.words, "refund, money back")
    qtbot.keyClicks(card.answer, "I call somebody")
    card.after.setCurrentIndex(card.after.findData("hand_over"))
    assert view.unsaved.isVisible()

    press(qtbot, view.save)
    await until(lambda: not view.unsaved.isVisible())

    (bot,) = desk.bots.book.all()
    added = Keyword(("refund", "money back"), "I call somebody", After.HAND_OVER)
    assert bot.rules.keywords == (*RULES.keywords, added)


async def test_rules_with_a_flaw_are_not_saved_and_the_field_says_why(qtbot, page, desk):
    form = page.view.rules
    press(qtbot, form.keywords.add)
    qtbot.keyClicks(form.keywords.cards[-1].words, "PRICE*")
    qtbot.keyClicks(form.keywords.cards[-1].answer, "Twenty")
    press(qtbot, page.view.save)

    assert form.keywords.cards[-1].fields["words"].problem().startswith("Another answer has")
    assert desk.bots.book.all()[0].rules == RULES


async def test_what_is_typed_stays_while_another_bot_is_looked_at(qtbot, page, desk, until):
    other = await desk.bots.register(BotDraft("Other", "acme_other", RULES))
    first = desk.bots.book.all()[0]
    page.take(first.id)
    typed(qtbot, page.view.rules.texts["greeting"], "Good day")
    page.take(other.id)
    assert page.view.rules.texts["greeting"].toPlainText() == "Hello"

    page.take(first.id)

    assert page.view.rules.texts["greeting"].toPlainText() == "Good day"
    assert page.view.unsaved.isVisible()
    press(qtbot, page.view.discard)
    assert page.view.rules.texts["greeting"].toPlainText() == "Hello"


async def test_rules_are_tried_as_they_are_typed_without_a_call(qtbot, page, sandbox):
    before = len(await sandbox.calls("imbot.v2.Chat.Message.send"))
    typed(qtbot, page.view.rules.texts["greeting"], "Welcome")
    page.view.choose_tab("trial")
    for text in ("what is the price?", "operator"):
        qtbot.keyClicks(page.view.trial.line, text)
        qtbot.keyClick(page.view.trial.line, Qt.Key.Key_Return)

    told = [each.text.text() for each in page.view.trial.said]
    assert told == [
        *("Welcome", "what is the price?", "Ten", "operator", "One moment"),
        "The dialog goes to whoever is free in the line.",
    ]
    assert len(await sandbox.calls("imbot.v2.Chat.Message.send")) == before


async def test_the_trial_says_why_the_first_words_get_no_answer_and_shows_the_newest(
    qtbot, page, until
):
    page.view.choose_tab("trial")
    for text in ("hi", *("hm" for _ in range(12))):
        qtbot.keyClicks(page.view.trial.line, text)
        qtbot.keyClick(page.view.trial.line, Qt.Key.Key_Return)
    area = page.view.trial._area.verticalScrollBar()

    reason = "no rule fits: the greeting answers the first words"
    assert page.view.trial.said[2].accessibleName() == f"Bot: says nothing ({reason})"
    await until(lambda: area.value() == area.maximum() > 0)
    assert len({each.text.x() for each in page.view.trial.said}) == 1


async def test_a_bot_without_a_line_does_not_say_that_it_answers(page, desk):
    other = await desk.bots.register(BotDraft("Other", "acme_other", RULES))
    page.take(other.id)

    assert page.view.head.badge.text == "welcomes nobody"
    assert page.view.head.code.whole_text() == f"code acme_other, user {other.id}"


async def test_a_person_is_found_by_name_and_gets_the_dialogs(qtbot, page, desk, until):
    target = page.view.rules.target
    target.kind.setCurrentIndex(target.kind.findData("person"))
    qtbot.keyClicks(target.search, "Demina")
    qtbot.keyClick(target.search, Qt.Key.Key_Return)
    await until(target.who.count)
    press(qtbot, page.view.save)
    await until(lambda: not page.view.unsaved.isVisible())

    chosen = desk.bots.book.all()[0].rules.target
    assert chosen.kind is TargetKind.PERSON
    assert "Demina" in chosen.name


async def test_the_bot_s_dialogs_are_live_and_one_is_taken_over(qtbot, page, desk, sandbox, until):
    dialog = await written(desk)
    page.view.choose_tab("talks")
    await until(lambda: page.view.talks.model.rowCount() == 1)
    await until(lambda: page.view.talks.model.index(0, Column.WORDS).data() == "Hello")
    assert page.view.talks.model.index(0, Column.CUSTOMER).data() == "Anna Kovaleva"
    gone = []
    page.go.connect(lambda key, payload: gone.append((key, payload)))
    page.view.talks.table.selectRow(0)
    press(qtbot, page.view.talks.open)
    press(qtbot, page.view.talks.take)
    await until(lambda: len(gone) == 2)

    assert gone == [("dialogs", dialog), ("dialogs", ("taken", dialog))]
    assert desk.bots.book.talks()[0].state is TalkState.TAKEN
    assert not page.view.talks.take.isEnabled()
    assert [each.text() for each in page.view.tabs.findChildren(QAbstractButton)][-1:] == [
        "Dialogs (1)"
    ]
    assert (await sandbox.chat(desk.dialogs.get(dialog)))["sessions"][-1]["operator"] == 1


async def test_unregistering_asks_first_and_leads_back_to_the_empty_page(qtbot, page, desk, until):
    press(qtbot, page.view.head.unregister)
    await confirmed(page, until, yes=False)
    assert desk.bots.book.all()

    press(qtbot, page.view.head.unregister)
    told = await confirmed(page, until)
    await until(page.empty.isVisible)

    assert "Helper" in told
    assert desk.bots.book.all() == ()


async def test_where_customers_are_real_the_bot_s_name_is_typed_before_it_goes(
    qtbot, page, desk, until
):
    desk.session.profile = replace(desk.session.profile, kind=PortalKind.PRODUCTION)
    press(qtbot, page.view.head.unregister)
    await until(lambda: [each for each in page.findChildren(Prompt) if each.isVisible()])
    prompt = next(each for each in page.findChildren(Prompt) if each.isVisible())
    assert not prompt.confirm.isEnabled()

    qtbot.keyClicks(prompt.line, "Helper")
    press(qtbot, prompt.confirm)
    await until(page.empty.isVisible)

    assert desk.bots.book.all() == ()


async def test_another_bot_s_line_is_taken_only_after_a_question(qtbot, page, desk, until):
    other = await desk.bots.register(BotDraft("Other", "acme_other", RULES))
    page.take(other.id)
    page._on_line(LINE)
    told = await confirmed(page, until, yes=False)
    await until(lambda: page.view.head.line.currentData() == 0)

    assert "#" in told
    assert desk.bots.book.get(other.id).line == 0


async def test_a_locked_profile_says_that_bots_rest(page, desk):
    desk.session.set_read_only(True)

    assert page.note.isVisible()
    assert "read-only" in page.note.text.text()
    assert page.view.head.badge.text == "rests"
    assert not page.new.isEnabled()


async def test_a_bot_that_cannot_be_heard_shows_why_and_what_now(page, desk, sandbox, until):
    await sandbox.order("fault", kind="BOT_NOT_FOUND", method="imbot.v2.Event.get", count=None)
    desk.bots.runner.wake()
    await until(page.trouble.isVisible)

    assert page.trouble.title.text() == "The portal does not know this bot any more"
    assert page.view.head.badge.text == "cannot be heard"


async def test_a_bot_that_another_console_answers_says_so_until_somebody_lets_it_answer_here(
    qtbot, page, desk, until
):
    (bot,) = desk.bots.book.all()
    await desk.bots.set_active(bot.id, active=False)
    async with desk.bots.runner.turn:  # a round that has begun still counts it as well
        desk.bots.book.problems[bot.id] = Problem("BOT_ELSEWHERE")
    await desk.bots.book.tell()
    assert page.trouble.title.text() == "Another console may answer for this bot"
    assert page.view.head.badge.text == "silent here"
    assert not page.view.head.switch.isChecked()

    assert page.trouble.button.text() == "Answer from here"
    press(qtbot, page.trouble.button)
    await until(page.trouble.isHidden)

    assert desk.bots.book.get(bot.id).active
    assert page.view.head.badge.text == "answers"


async def test_every_control_has_a_name_for_screen_readers(qtbot, page):
    page.view.rules.target.kind.setCurrentIndex(1)
    nameless = []
    for tab in ("rules", "trial", "talks", "new"):
        if tab == "new":
            press(qtbot, page.new)
        else:
            page.view.choose_tab(tab)
        kinds = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit)
        parts = [part for kind in kinds for part in page.findChildren(kind) if part.isVisible()]
        told = [QAccessible.queryAccessibleInterface(each) for each in parts]
        named = [each.text(QAccessible.Text.Name) for each in told]
        pairs = zip(parts, named, strict=True)
        nameless += [part for part, name in pairs if not name and part.objectName() == ""]

    assert not nameless


@pytest.mark.usefixtures("russian")
async def test_the_page_fits_a_small_window(page):
    page.resize(960 - 76, 600 - 80)
    for tab in ("rules", "trial", "talks"):
        page.view.choose_tab(tab)
        bar = page._columns.area.horizontalScrollBar()
        assert not bar.isVisible(), tab
    assert page.minimumSizeHint().width() <= 884


def test_answers_are_reached_by_keyboard_where_they_stand(qtbot, theme):
    from app.ui.bots.keyword_rows import KeywordRows

    rows = KeywordRows(theme)
    qtbot.addWidget(rows)
    rows.show_keywords((Keyword(("a",), "1"), Keyword(("b",), "2")))
    rows.show()
    wanted = [
        each for card in rows.cards for each in (card.words, card.answer, card.after, card.remove)
    ]
    found, at = [], rows.cards[0].words
    while at is not rows.add and len(found) < 99:
        found += [at] if at in wanted else []
        at = at.nextInFocusChain()

    assert found == wanted
