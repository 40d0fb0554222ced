"""The portal's page: what a person sees of a portal, and what can be asked for here."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from app.domain.portal import Network
from app.services.forgetting import Forgotten
from app.ui.prompts import Prompt
from tests.helpers.desk import open_sandbox, open_test_desk
from tests.ui.portal.conftest import OTHER


def press(button):
    assert button.isVisible()
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def collect(signal):
    seen = []
    signal.connect(lambda *values: seen.append(values[0] if values else None))
    return seen


async def asked(page, until):
    """The question that is open."""
    await until(lambda: [each for each in page.findChildren(Prompt) if each.isVisible()])
    return page.findChildren(Prompt)[-1]


def lines(page):
    return [row.accessibleName() for row in page.board.capabilities.list.rows]


async def test_the_head_says_which_portal_which_application_and_who(page, desk):
    head = page.board.head
    assert head.name.whole_text() == "Lamp & Co"
    assert head.kind.text == "SANDBOX"
    assert head.facts["address"].whole_text() == desk.profile.address
    assert head.facts["member"].whole_text() == desk.profile.member_id
    assert head.facts["application"].whole_text() == desk.profile.client_id
    assert head.facts["user"].whole_text() == "Olga Demina, administrator"


async def test_every_portal_stands_in_the_list_and_the_open_one_is_marked(page):
    rows = page.panel.list.rows
    spoken = [rows.index(place).data() for place in range(rows.rowCount())]
    assert spoken == [
        "Lamp & Co, 127.0.0.1:8080, sandbox, open now",
        "Wholesale, wholesale.example, production, read only",
    ]


async def test_enter_on_another_portal_asks_to_switch(qtbot, page):
    wishes = collect(page.switch_requested)
    page.focus_search()
    qtbot.keyClick(page.panel.list, Qt.Key.Key_Down)
    qtbot.keyClick(page.panel.list, Qt.Key.Key_Down)
    qtbot.keyClick(page.panel.list, Qt.Key.Key_Return)
    assert wishes == [OTHER]


def click(qtbot, page, place):
    table = page.panel.list
    middle = table.visualRect(table.rows.index(place)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle)


async def test_a_double_click_opens_a_portal_but_never_the_open_one_again(qtbot, page):
    wishes, table = collect(page.switch_requested), page.panel.list
    for place in (0, 1):
        middle = table.visualRect(table.rows.index(place)).center()
        click(qtbot, page, place)
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert wishes == [OTHER]


async def test_a_click_shows_what_is_kept_of_a_closed_portal_and_another_the_open_one(qtbot, page):
    wishes, board = collect(page.switch_requested), page.board
    click(qtbot, page, 1)
    assert board.head.name.whole_text() == "Wholesale"
    assert board.lock.switch.isChecked()
    assert board.forget.button.isEnabled()
    shown = [each for each in (board.capabilities, board.tokens, board.hosts) if each.isVisible()]
    assert shown == []
    assert wishes == []

    press(board.closed.button)
    assert wishes == [OTHER]

    click(qtbot, page, 0)
    assert board.head.name.whole_text() == "Lamp & Co"
    assert board.capabilities.isVisible()
    assert not board.closed.isVisible()


async def test_an_arrow_shows_a_closed_portal(qtbot, page):
    page.focus_search()
    qtbot.keyClick(page.panel.list, Qt.Key.Key_Down)
    assert page.board.head.name.whole_text() == "Wholesale"


@pytest.mark.parametrize("opened", [True, False])
async def test_the_network_of_a_closed_portal_is_saved_for_that_one(qtbot, page, until, opened):
    if not opened:
        page.set_desk(None)
    broken = replace(OTHER, network=Network(ca_file="/moved/authority.pem"))
    page.set_portals((broken, *([page.opened] if opened else [])), "keychain")
    wishes, network = collect(page.closed_change_requested), page.board.network
    page.take(broken)
    await until(lambda: network.form.ca_field.control.line.property("problem") == "true")
    assert network.form.panel.advice.text() == "Correct it above, then test the connection."

    network.form.ca_file.line.clear()
    press(network.save)

    await until(lambda: wishes == [OTHER])
    assert page.presenter is None or not page.presenter.desk.profile.network.ca_file


async def test_the_lock_and_the_forgetting_of_a_closed_portal_are_its_own(qtbot, page, until):
    changes, forgets = collect(page.closed_change_requested), collect(page.forget_requested)
    click(qtbot, page, 1)
    page.board.lock.switch.click()
    assert changes == [replace(OTHER, read_only=False)]

    press(page.board.forget.button)
    question = await asked(page, until)
    QTest.keyClicks(question.line, "wholesale.example")
    press(question.confirm)
    await until(lambda: forgets == [OTHER])


async def test_the_page_of_a_portal_that_is_forgotten_goes(qtbot, page, desk):
    click(qtbot, page, 1)
    page.set_portals((desk.profile,), "keychain")
    assert page.board.head.name.whole_text() == "Lamp & Co"
    page.set_portals((OTHER,), "keychain")
    page.set_desk(None)
    page.choose(OTHER)
    page.set_portals((), "keychain")
    assert page.board.nothing.isVisible()


async def test_the_menu_of_a_row_forgets_another_portal(page, until):
    wishes, table = collect(page.forget_requested), page.panel.list
    place = table.visualRect(table.rows.index(1)).center()
    table.customContextMenuRequested.emit(QPoint(place))
    await until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    action = menu.actions()[1]
    menu.close()
    action.trigger()
    question = await asked(page, until)
    QTest.keyClicks(question.line, "wholesale.example")
    press(question.confirm)
    await until(lambda: wishes == [OTHER])


async def test_the_checklist_is_spoken_row_by_row(page):
    assert lines(page)[0] == "Sign-in and calls: works. Signed in as Olga Demina."
    assert page.board.capabilities.list.counts["messages"] == "5 work(s), 1 in part"
    assert any(each.startswith("Reading marks: works in part.") for each in lines(page))


async def test_the_arrows_walk_through_the_checklist_and_tab_leaves_it(qtbot, page):
    page.window().resize(960, 600)
    rows = page.board.capabilities.list.rows
    rows[0].setFocus()
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert rows[2].hasFocus()
    qtbot.keyClick(rows[2], Qt.Key.Key_End)
    assert rows[-1].hasFocus()
    assert not rows[-1].visibleRegion().isEmpty()
    qtbot.keyClick(rows[-1], Qt.Key.Key_Tab)
    assert page.board.capabilities.again.hasFocus()
    tabbed = [row for row in rows if row.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert tabbed == [rows[-1]]


async def test_a_row_that_had_the_keyboard_may_leave_the_checklist(page, until):
    shown = page.board.capabilities.list
    rows = [each.row for each in shown.rows]
    shown.rows[1].setFocus()
    shown.show_rows(rows[2:])
    assert [each.row for each in shown.rows] == rows[2:]
    shown.show_rows(rows)


async def test_check_again_shows_what_an_administrator_has_taken_away(page, sandbox, until):
    await sandbox.order("app", scope="imopenlines,imconnector,im")
    press(page.board.capabilities.again)
    await until(lambda: any("CRM links: does not work." in each for each in lines(page)))
    note = page.board.capabilities.missing
    assert note.isVisible()
    assert "Missing permission crm (CRM): CRM links" in note.text.text()
    assert "Tick crm (CRM) in the application's card" in " ".join(lines(page))


async def test_a_look_that_failed_says_why_and_keeps_what_was_known(page, sandbox, until):
    before = lines(page)
    await sandbox.order("fault", kind="html", method="batch", count=1)
    page.refresh()
    await until(page.board.capabilities.error.isVisible)
    assert lines(page) == before
    page.refresh()
    await until(lambda: not page.board.capabilities.error.isVisible())


async def test_the_checklist_can_be_copied_as_text(page):
    press(page.board.capabilities.copy)
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Sign-in and application (")
    assert "- Receive events live: works." in text


async def test_the_tokens_count_down_and_are_never_shown(page, desk, until):
    rows = page.board.tokens.rows
    assert rows.said("access").startswith("good for 59:")
    assert rows.said("renewed").startswith("not since the start; received ")
    assert "of 180" in rows.said("refresh")
    token = await desk.session.access_token()
    assert not any(token in label.text() for label in page.findChildren(type(page.panel.nothing)))


async def test_refresh_now_explains_itself_first(page, desk, until):
    press(page.board.tokens.refresh)
    question = await asked(page, until)
    assert "the vendor blocks applications that refresh by" in question.text.text()
    before = await desk.session.access_token()
    press(question.cancel)
    await until(lambda: not page.tasks.is_busy("ask"))
    assert await desk.session.access_token() == before

    press(page.board.tokens.refresh)
    press((await asked(page, until)).confirm)
    await until(lambda: desk.session.tokens.refreshed == 1)
    await until(lambda: "by this window" in page.board.tokens.rows.said("renewed"))


async def test_the_token_is_copied_only_after_the_portal_s_name_was_typed(page, desk, until):
    QGuiApplication.clipboard().setText("before")
    press(page.board.tokens.copy)
    question = await asked(page, until)
    assert not question.confirm.isEnabled()
    QTest.keyClicks(question.line, "127.0.0.1:8080")
    press(question.confirm)
    await until(lambda: page.board.tokens.copy.text() == "Copy token")
    assert QGuiApplication.clipboard().text() == "before"

    press(page.board.tokens.copy)
    token = await desk.session.access_token()
    await until(lambda: QGuiApplication.clipboard().text() == token)
    assert "30" in page.board.tokens.copied.text()

    page.board.tokens.clipboard.left = 1
    await until(lambda: QGuiApplication.clipboard().text() == "")


async def test_what_was_copied_meanwhile_stays_on_the_clipboard(page):
    page.board.tokens.put("made up")
    QGuiApplication.clipboard().setText("something of one's own")
    page.board.tokens.clipboard.clear()
    assert QGuiApplication.clipboard().text() == "something of one's own"


async def test_leaving_the_portal_takes_its_token_off_the_clipboard(page):
    page.board.tokens.put("made up")
    page.set_desk(None)
    assert QGuiApplication.clipboard().text() == ""


async def test_a_refresh_that_fails_is_told_with_the_tokens(page, sandbox, until):
    await sandbox.order("tokens", action="revoke", which="all")
    press(page.board.tokens.refresh)
    press((await asked(page, until)).confirm)
    await until(page.board.tokens.error.isVisible)
    wishes = collect(page.sign_in_requested)
    await until(page.board.tokens.error.button.isVisible)
    press(page.board.tokens.error.button)
    assert wishes == [None]
    assert any("Sign-in and calls: does not work." in each for each in lines(page))


async def test_the_lock_shows_how_things_are_not_what_was_wished(page, desk, until):
    card, wishes = page.board.lock, collect(page.read_only_requested)
    card.switch.click()
    assert wishes == [True]
    assert not card.switch.isChecked()

    desk.session.set_read_only(True)
    await until(card.switch.isChecked)
    assert page.board.head.lock.text == "READ ONLY"


async def test_a_test_of_the_connection_needs_nothing_saved(page, until):
    form = page.board.network.form
    form.ca_file.line.setText("/nowhere/authorities.pem")
    press(form.test)
    await until(lambda: form.ca_field.control.line.property("problem") == "true")
    assert page.board.network.save.isVisible()


async def test_settings_that_cannot_be_used_are_told_at_their_field_and_not_saved(page, until):
    wishes, network = collect(page.network_requested), page.board.network
    network.form.proxy.setText("gopher://proxy")
    press(network.save)
    await until(lambda: network.form.proxy.property("problem") == "true")
    assert wishes == []

    network.form.proxy.setText("http://127.0.0.1:3128")
    press(network.save)
    await until(lambda: wishes == [Network(proxy="http://127.0.0.1:3128")])


async def test_what_was_typed_can_be_discarded(page):
    network = page.board.network
    network.form.proxy.setText("http://127.0.0.1:3128")
    press(network.undo)
    assert network.form.proxy.text() == ""
    assert not network.save.isVisible()


async def test_the_file_of_authorities_says_what_it_holds(page, desk, tmp_path, until):
    import trustme

    file = tmp_path / "authority.pem"
    trustme.CA(organization_name="Lamp authority").cert_pem.write_to_path(str(file))
    desk.session.profile = replace(desk.profile, network=Network(str(file)))
    page.presenter.read_certificates()
    await until(page.board.network.held.isVisible)
    assert "Lamp authority" in page.board.network.held.text()


async def test_hosts_appear_as_they_are_contacted(page, desk, until):
    from app.domain.calls import Purpose

    desk.traffic.contacted("127.0.0.1:8080", Purpose.REST)
    table = page.board.hosts.table
    await until(lambda: table.model().rowCount() == 1)
    desk.traffic.contacted("127.0.0.1:8080", Purpose.SIGN_IN)
    row = table.model()
    await until(lambda: row.index(0, 2).data() == "2")
    assert row.index(0, 0).data() == "127.0.0.1:8080"
    assert row.index(0, 1).data() == "calls, sign-in"


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("keychain", "In the keychain of this system."),
        ("file", "In a file of this program, sealed with your passphrase."),
        ("memory", "In memory only: they are gone when you quit."),
        ("", "Nowhere yet: choose a place in the settings."),
    ],
)
async def test_where_the_keys_are_is_said_in_words(page, desk, kind, words):
    page.set_portals((desk.profile,), kind)
    assert page.board.keys.words.text() == words


async def test_a_portal_with_real_customers_is_forgotten_only_by_typing(page, production, until):
    wishes = collect(page.forget_requested)
    press(page.board.forget.button)
    question = await asked(page, until)
    assert not question.confirm.isEnabled()
    QTest.keyClicks(question.line, "127.0.0.1:8080")
    press(question.confirm)
    await until(lambda: wishes == [production])


async def test_a_sandbox_is_forgotten_by_a_press(page, desk, until):
    wishes = collect(page.forget_requested)
    press(page.board.forget.button)
    press((await asked(page, until)).confirm)
    await until(lambda: wishes == [desk.profile])


async def test_a_sandbox_that_ends_with_the_program_has_nothing_to_forget(page):
    page.set_portals((OTHER,), "memory")
    assert not page.board.forget.button.isEnabled()
    assert "ends with the program" in page.board.forget.text.text()
    assert page.board.keys.words.text() == "In memory only: they are gone when you quit."
    assert not page.board.network.form.proxy.isEnabled()
    assert [row.open for row in page.panel.list.rows.rows] == [True, False]


async def test_what_was_removed_and_the_proof_are_shown_after_the_portal_is_gone(page):
    page.set_desk(None)
    page.show_forgotten(OTHER, Forgotten(("tokens", "journal"), ()))
    note = page.board.forgotten
    assert note.isVisible()
    assert "Removed: tokens, journal." in note.text.text()
    assert "none found" in note.text.text()
    assert note.property("card") == "accent"
    page.show_forgotten(OTHER, Forgotten((), ("logs/console.log",)))
    assert "still found in: logs/console.log" in note.text.text()
    assert note.property("card") == "danger"


async def test_without_a_portal_the_page_offers_the_ways_in(page):
    page.set_desk(None)
    wishes = collect(page.sign_in_requested)
    assert page.board.nothing.isVisible()
    press(page.panel.add)
    assert wishes == [None]
    page.set_portals((), "")
    assert page.panel.nothing.isVisible()


@pytest.mark.parametrize("speech", ["en", "ru"])
@pytest.mark.parametrize("size", [(912, 524), (1536, 900)])
async def test_the_page_fits_its_window(qtbot, theme, request, tmp_path, size, speech):
    if speech == "ru":
        request.getfixturevalue("russian")
    async with (
        open_sandbox(role="user", scope="imopenlines", offline_extended=False) as portal,
        open_test_desk(portal, tmp_path, run=False) as desk,
    ):
        from app.ui.portal.page import PortalPage

        made = PortalPage(theme)
        qtbot.addWidget(made)
        made.set_portals((OTHER, desk.profile), "file")
        made.set_desk(desk)
        made.resize(*size)
        made.show()
        assert made.minimumSizeHint().width() <= size[0]
        assert made.minimumSizeHint().height() <= size[1]
        area = made.board.area
        assert area.widget().width() <= area.viewport().width()
        await made.leave()
