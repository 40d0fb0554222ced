"""The doctor in the window: what a person sees, presses and copies."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QComboBox, QPlainTextEdit, QWidget

from app.bitrix.errors import Unreachable
from app.domain.doctor import MESSAGE_CANARY, Finding, Reason, Remedy, Verdict
from app.domain.portal import PortalKind
from app.ui.connectors.page import ConnectorsPage
from app.ui.doctor.view import DoctorView
from app.ui.prompts import Prompt
from tests.helpers.desk import CONNECTOR, LINE, OTHER_LINE, REGISTRATION, connected
from tests.ui.doctor.conftest import CHECKS, FLAGGED, WELL, MadeUpDoctor, finding, shut

pytestmark = pytest.mark.usefixtures("queues_apart")


def titles(view: DoctorView) -> dict[str, str]:
    return {key: item.row.text() for key, item in view.list.items.items()}


def press(qtbot, button) -> None:
    assert button.isVisible()
    assert button.isEnabled(), button.toolTip()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


async def test_a_connector_that_works_passes_every_check_of_a_real_portal(open_view) -> None:
    view = await open_view()

    assert view.head.title.whole_text() == f"Doctor: {CONNECTOR} on Shop chat"
    assert view.head.summary.text().startswith("34 checks in message order: 34 passed · ")
    assert set(view.head.bar.verdicts) == {Verdict.PASSED}
    assert view.list.opened() == []
    assert not view.head.rest.isVisible()


async def test_an_error_flag_is_found_explained_and_mended(open_view, desk, qtbot, until) -> None:
    await desk.connectors.set_error(CONNECTOR, LINE)
    view = await open_view()

    assert view.list.opened() == ["no_error"]
    body = view.list.items["no_error"].body
    assert "error flag is set" in body.text.accessibleName()
    assert "this console called imconnector.set.error" in body.likely.accessibleName()
    assert body.proof.choice.currentText() == f"imconnector.status, LINE {LINE}"
    assert '"ERROR": true' in body.proof.text.toPlainText()
    assert body.effect.text() == "1 write, then a re-read"

    press(qtbot, body.fix)
    await until(lambda: not view.presenter.is_busy())

    assert "34 passed" in view.head.summary.text()
    assert "Before: failed" in body.mended.text.text()
    assert "Now: passed" in body.mended.text.text()
    assert '"ERROR": false' in body.proof.text.toPlainText()
    body.proof.choice.setCurrentIndex(0)
    assert '"ERROR": true' in body.proof.text.toPlainText()


async def test_the_calls_behind_a_finding_are_one_press_away(open_view, desk, qtbot) -> None:
    await desk.connectors.set_error(CONNECTOR, LINE)
    view = await open_view()
    body = view.list.items["no_error"].body
    went = []
    view.go.connect(lambda page, record: went.append((page, record.method, record.request)))

    press(qtbot, body.call)
    body.proof.choice.setCurrentIndex(1)
    press(qtbot, body.call)

    (first, asked, request), (second, caused, _) = went
    assert (first, second) == ("calls", "calls")
    assert "imconnector.status" in asked + request
    assert caused == "imconnector.set.error"


async def test_after_the_first_failure_the_rest_waits_until_it_is_wanted(
    open_view, qtbot, until
) -> None:
    doctor = MadeUpDoctor([FLAGGED])
    view = await open_view(doctor)

    assert "5 passed, 1 failed, 2 wait for it" in view.head.summary.text()
    assert view.list.items["settings_page"].row.verdict is Verdict.WAITING
    press(qtbot, view.head.rest)
    await until(lambda: not view.presenter.is_busy())

    assert doctor.runs[-1] == (CONNECTOR, LINE, True)
    assert "7 passed, 1 failed" in view.head.summary.text()
    assert not view.head.rest.isVisible()


async def test_an_opened_finding_is_as_high_as_its_words(open_view, desk, qtbot, until) -> None:
    await desk.connectors.set_error(CONNECTOR, LINE)
    view = await open_view(width=1000)
    items = [view.list.items[key] for key in ("portal_answers", "address_unchanged", "no_error")]
    for item in items[:2]:
        press(qtbot, item.row)
    for item in items:
        await until(lambda item=item: item.height() == item.heightForWidth(item.width()), 5)


async def test_what_comes_to_light_after_a_mend_is_opened(open_view, qtbot, until) -> None:
    doctor = MadeUpDoctor([FLAGGED, finding("settings_page", Verdict.FAILED)])
    doctor.after = (finding("no_error"),)
    view = await open_view(doctor)
    assert view.list.opened() == ["no_error"]

    press(qtbot, view.list.items["no_error"].body.fix)
    await until(lambda: doctor.mended and not view.presenter.is_busy())
    await until(lambda: view.list.opened() == ["settings_page"])


async def test_checks_appear_as_they_are_made_and_can_be_stopped(open_view, qtbot, until) -> None:
    doctor = MadeUpDoctor([FLAGGED])
    doctor.hold.clear()
    view = await open_view(doctor, wait=False)
    first = view.list.items["portal_answers"].row
    await until(lambda: first.accessibleName().endswith("being looked at"))
    assert view.head.stop.isVisible()
    assert not view.head.again.isVisible()

    press(qtbot, view.head.stop)
    await until(lambda: not view.presenter.is_busy())

    assert "8 not run yet · stopped" in view.head.summary.text()
    assert first.accessibleName() == "Portal answers, waits"
    assert view.head.again.isVisible()


async def test_what_the_doctor_cannot_do_is_told_and_can_be_tried_again(
    open_view, qtbot, until
) -> None:
    doctor = MadeUpDoctor([FLAGGED])
    doctor.error = Unreachable("UNREACHABLE_TIMEOUT", "too long")
    view = await open_view(doctor)
    assert view.error.isVisible()
    assert view.error.title.text()

    doctor.error = None
    press(qtbot, view.error.button)
    await until(lambda: not view.presenter.is_busy())

    assert not view.error.isVisible()
    assert view.list.opened() == ["no_error"]


async def test_a_remedy_that_fails_leaves_the_finding_as_it_was(open_view, qtbot, until) -> None:
    doctor = MadeUpDoctor([FLAGGED])
    view = await open_view(doctor)
    doctor.error = Unreachable("UNREACHABLE_TIMEOUT", "too long")

    press(qtbot, view.list.items["no_error"].body.fix)
    await until(lambda: not view.presenter.is_busy())

    assert view.error.isVisible()
    assert view.list.items["no_error"].row.verdict is Verdict.FAILED
    assert view.list.items["no_error"].body.fix.isEnabled()


async def test_a_remedy_that_changes_nothing_says_so_and_does_not_go_on(
    open_view, qtbot, until
) -> None:
    doctor = MadeUpDoctor([FLAGGED])
    doctor.after = (FLAGGED,)
    view = await open_view(doctor)

    press(qtbot, view.list.items["no_error"].body.fix)
    await until(lambda: not view.presenter.is_busy())

    assert "Now: failed" in view.list.items["no_error"].body.mended.text.text()
    assert len(doctor.runs) == 1


async def test_under_a_read_only_profile_nothing_can_be_mended_and_the_reason_is_told(
    open_view, desk
) -> None:
    desk.session.set_read_only(True)
    view = await open_view(MadeUpDoctor([FLAGGED]))
    body = view.list.items["no_error"].body

    assert not body.fix.isEnabled()
    assert "read-only" in body.fix.toolTip()
    assert "read-only" in body.effect.text()
    assert not view.canary.button.isEnabled()
    assert "read-only" in view.canary.button.toolTip()

    desk.session.set_read_only(False)
    assert body.fix.isEnabled()
    assert body.effect.text() == "1 write, then a re-read"


async def test_to_sign_in_again_leads_to_the_sign_in_even_when_read_only(
    open_view, desk, qtbot
) -> None:
    desk.session.set_read_only(True)
    ended = finding(
        "portal_answers",
        Verdict.FAILED,
        reason=Reason.REFRESH_DEAD,
        facts={"code": "invalid_grant", "text": ""},
        remedy=Remedy.SIGN_IN,
    )
    doctor = MadeUpDoctor([ended])
    view = await open_view(doctor)
    went = []
    view.go.connect(lambda page, _payload: went.append(page))

    press(qtbot, view.list.items["portal_answers"].body.fix)

    assert went == ["sign in"]
    assert doctor.mended == []


async def test_every_check_is_reached_by_arrows_and_opened_by_enter(open_view, qtbot) -> None:
    view = await open_view(MadeUpDoctor())
    rows = {key: item.row for key, item in view.list.items.items()}
    assert view.focusWidget() is rows["portal_answers"]

    for key in list(rows)[1:]:
        qtbot.keyClick(view.focusWidget(), Qt.Key.Key_Down)
        assert view.focusWidget() is rows[key]
    qtbot.keyClick(view.focusWidget(), Qt.Key.Key_Home)
    qtbot.keyClick(view.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(view.focusWidget(), Qt.Key.Key_Return)
    assert view.list.opened() == ["refresh_age"]
    qtbot.keyClick(view.focusWidget(), Qt.Key.Key_Space)
    assert view.list.opened() == []
    by_tab = [key for key, row in rows.items() if row.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert by_tab == ["refresh_age"]


async def test_tab_goes_from_an_opened_check_through_its_buttons_and_its_proof(
    open_view, qtbot
) -> None:
    view = await open_view(MadeUpDoctor([FLAGGED]))
    view.activateWindow()
    item = view.list.items["no_error"]
    view.list.focus_check("no_error")
    for stop in (item.body.fix, item.body.call, item.body.proof.copy, item.body.proof.text):
        qtbot.keyClick(view.focusWidget(), Qt.Key.Key_Tab)
        assert view.focusWidget() is stop


async def test_a_real_message_goes_round_on_request_and_its_dialog_is_closed_again(
    open_view, sandbox, qtbot, until
) -> None:
    view = await open_view()
    press(qtbot, view.canary.button)
    await until(lambda: view.findChild(Prompt))
    view.findChild(Prompt).confirm.click()
    await until(lambda: view.presenter.canary and not view.presenter.is_busy())

    row = view.canary.item.row
    assert row.accessibleName() == "A message goes round, passed"
    said = view.canary.item.body.text.accessibleName()
    assert "An answer came back through the queue" in said
    assert await sandbox.calls("imopenlines.operator.finish")


async def test_a_screen_reader_hears_a_list_whose_items_tell_their_verdict(open_view) -> None:
    view = await open_view(MadeUpDoctor([FLAGGED]))
    row = view.list.items["no_error"].row
    heard = QAccessible.queryAccessibleInterface(row)

    assert heard.role() == QAccessible.Role.ListItem
    assert heard.text(QAccessible.Text.Name) == "Error flag is set on line Wholesale, failed"
    assert heard.text(QAccessible.Text.Description) == "check 6 of 8 · 38 ms"
    assert heard.state().expanded
    row.click()
    assert heard.state().collapsed


async def test_every_finding_can_be_opened_and_shows_its_proof(open_view) -> None:
    told = [finding(check.key, proofs=(WELL,)) for check in CHECKS]
    view = await open_view(MadeUpDoctor(told))
    for item in view.list.items.values():
        item.row.click()
        assert item.body.isVisible()
        assert '"ERROR": false' in item.body.proof.text.toPlainText()


async def test_a_proof_is_copied_with_its_call(open_view, qtbot) -> None:
    view = await open_view(MadeUpDoctor([FLAGGED]))
    press(qtbot, view.list.items["no_error"].body.proof.copy)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("imconnector.status  HTTP 200  38 ms")
    assert '"ERROR": true' in copied


async def test_the_report_names_every_check_and_proves_the_trouble(open_view, qtbot) -> None:
    view = await open_view(MadeUpDoctor([FLAGGED]))
    press(qtbot, view.head.copy)
    report = QGuiApplication.clipboard().text()

    assert report.startswith(f"# Doctor: {CONNECTOR} on Shop chat")
    assert "- [x] Portal answers" in report
    assert "**✗** Error flag is set on line Wholesale" in report
    assert "`NOT_ACTIVE_LINE`" in report
    assert "```json" in report


async def test_a_report_of_a_real_portal_holds_no_secret(open_view, desk, sandbox) -> None:
    await desk.connectors.set_error(CONNECTOR, LINE)
    view = await open_view()
    view.presenter.run(whole=True)
    report = view.report()
    keeper = desk.session._keeper
    secrets = (keeper.tokens.access, keeper.tokens.refresh, sandbox.about["client_secret"])
    assert all(len(secret) > 8 and secret not in report for secret in secrets)


async def test_a_canary_flies_only_after_it_was_said_what_operators_will_see(
    open_view, qtbot, until
) -> None:
    doctor = MadeUpDoctor()
    view = await open_view(doctor)
    press(qtbot, view.canary.button)
    await until(lambda: view.findChild(Prompt))
    prompt = view.findChild(Prompt)
    assert "Operators of Shop chat see" in prompt.text.text()
    assert doctor.sent == []

    prompt.confirm.click()
    await until(lambda: doctor.sent and not view.presenter.is_busy())

    assert doctor.sent == [(CONNECTOR, LINE)]
    assert view.canary.item.row.accessibleName() == "A message goes round, passed"


async def test_a_check_that_was_not_judged_says_so_behind_its_claim(open_view) -> None:
    unknown = finding("hours", Verdict.UNKNOWN, reason=Reason.CALL_UNANSWERED)
    view = await open_view(MadeUpDoctor([unknown]))
    assert view.list.items["hours"].row.shown_text() == "Within working hours: not judged"


async def test_a_line_without_a_name_is_called_by_its_number(open_view) -> None:
    view = await open_view(MadeUpDoctor())
    view.head.show_patient(CONNECTOR, None, "42")
    assert view.head.title.whole_text() == f"Doctor: {CONNECTOR} on line 42"


async def test_a_canary_under_way_is_shown_in_place_and_its_result_is_opened_in_view(
    open_view, qtbot, until
) -> None:
    doctor = MadeUpDoctor()
    view = await open_view(doctor)
    view.resize(700, 320)
    view.activateWindow()
    view.canary.button.setFocus()
    press(qtbot, view.canary.button)
    await until(lambda: view.findChild(Prompt))
    doctor.flight.clear()
    view.findChild(Prompt).confirm.click()
    await until(lambda: doctor.sent)
    item = view.canary.item
    assert item.row.accessibleName() == "A message goes round, being looked at"
    assert view.focusWidget() is item.row
    await until(lambda: _is_seen(view, item.row))

    doctor.flight.set()
    await until(lambda: not view.presenter.is_busy())
    assert item.is_open
    await until(lambda: _is_seen(view, item.row))


async def test_a_canary_that_is_stopped_leaves_the_keyboard_on_its_button(
    open_view, qtbot, until
) -> None:
    doctor = MadeUpDoctor()
    view = await open_view(doctor)
    view.canary.button.setFocus()
    doctor.flight.clear()
    view.presenter.send_canary()
    await until(lambda: doctor.sent)
    view.head.stop.click()
    await until(lambda: not view.presenter.is_busy())
    assert view.canary.item.isHidden()
    assert view.focusWidget() is view.canary.button


def _is_seen(view: DoctorView, widget: QWidget) -> bool:
    top = widget.mapTo(view.area.viewport(), widget.rect().topLeft()).y()
    return 0 <= top <= view.area.viewport().height() - widget.height()


async def test_a_canary_that_is_not_wanted_does_not_fly(open_view, qtbot, until) -> None:
    doctor = MadeUpDoctor()
    view = await open_view(doctor)
    press(qtbot, view.canary.button)
    await until(lambda: view.findChild(Prompt))
    view.findChild(Prompt).cancel.click()
    await until(lambda: not view.presenter.tasks.is_busy("ask"))
    assert doctor.sent == []


async def test_a_connector_on_several_lines_lets_the_line_be_chosen(open_view, desk, until) -> None:
    await desk.connectors.activate(CONNECTOR, OTHER_LINE)
    doctor = MadeUpDoctor()
    view = await open_view(doctor)
    assert view.head.lines.isVisible()
    assert view.head.lines.count() == 2

    place = view.head.lines.findData(str(OTHER_LINE))
    view.head.lines.setCurrentIndex(place)
    view.head.lines.activated.emit(place)
    await until(lambda: not view.presenter.is_busy())

    assert doctor.runs[-1][:2] == (CONNECTOR, OTHER_LINE)


async def test_a_connector_on_no_line_yet_is_told_so_and_led_back(open_view, desk, qtbot) -> None:
    await desk.connectors.deactivate(CONNECTOR, LINE)
    doctor = MadeUpDoctor()
    view = await open_view(doctor, REGISTRATION.id, 0)
    back = []
    view.back.connect(lambda: back.append(True))

    assert view.empty.isVisible()
    assert doctor.runs == []
    press(qtbot, view.empty.buttons[0])
    assert back == [True]


async def test_ctrl_d_opens_the_doctor_beside_the_list_and_escape_leads_back(
    qtbot, desk, theme, until
) -> None:
    await connected(desk)
    await desk.connectors.refresh()
    page = ConnectorsPage(desk, theme)
    theme.look_after(page)
    page.resize(1300, 800)
    page.show()
    page.take(CONNECTOR)
    page.activateWindow()
    page.panel.list.setFocus()
    await until(page.isActiveWindow)
    qtbot.keyClick(page.panel.list, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: page.findChild(DoctorView))
    view = page.findChild(DoctorView)
    await until(lambda: view.presenter.findings() and not view.presenter.is_busy())
    assert view.isVisible()
    assert page.focusWidget() is view.list.items["portal_answers"].row

    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Escape)

    assert not view.isVisible()
    assert page.detail.isVisible()
    await page.leave()
    shut(page)


async def test_every_control_has_a_name(open_view) -> None:
    view = await open_view(MadeUpDoctor([FLAGGED]))
    for item in view.list.items.values():
        item.open()
    kinds = (QAbstractButton, QComboBox, QPlainTextEdit)
    controls = [each for kind in kinds for each in view.findChildren(kind) if each.isVisible()]
    assert len(controls) > 15
    assert [each for each in controls if not (each.accessibleName() or _text_of(each))] == []


def _text_of(control) -> str:
    return control.text() if isinstance(control, QAbstractButton) else ""


@pytest.mark.parametrize("width", [592, 1000, 1500])
async def test_long_names_and_hostile_facts_fit_into_any_width(open_view, width) -> None:
    name = "<b>Очень_длинное_название" * 12
    flagged = finding(
        "no_error",
        Verdict.FAILED,
        reason=Reason.ERROR_SET,
        facts={"name": name, "at": "", "call": ""},
        remedy=Remedy.ACTIVATE,
    )
    view = await open_view(MadeUpDoctor([flagged]), width=width)
    assert view.width() == width
    assert view.area.widget().width() <= view.area.viewport().width()
    row = view.list.items["no_error"].row
    assert name in row.text()
    assert row.width() <= width
    columns = {item.geometry().x() for item in view.list.items.values() if not item.is_open}
    assert len(columns) == (1 if width < 768 else 2)


OTHERS = finding(
    "settings_page",
    Verdict.FAILED,
    reason=Reason.FOREIGN_HANDLERS,
    facts={"handlers": "https://bridge.example/h", "events": "ONIMCONNECTORMESSAGEADD"},
    remedy=Remedy.UNBIND_TWINS,
)


@pytest.mark.parametrize("agreed", [True, False])
async def test_what_takes_something_from_another_program_is_asked_for_first(
    open_view, qtbot, until, agreed
) -> None:
    doctor = MadeUpDoctor([OTHERS])
    view = await open_view(doctor)
    body = view.list.items["settings_page"].body
    assert body.fix.text() == "Fix: unbind them…"
    press(qtbot, body.fix)
    await until(lambda: view.findChild(Prompt))
    prompt = view.findChild(Prompt)
    assert "https://bridge.example/h get no more events" in prompt.text.text()
    assert doctor.mended == []

    (prompt.confirm if agreed else prompt.cancel).click()
    await until(lambda: not view.presenter.tasks.is_busy("ask"))
    await until(lambda: not view.presenter.is_busy())

    assert doctor.mended == ([OTHERS] if agreed else [])


async def test_on_production_the_connectors_id_is_typed_before_it_is_taken_over(
    open_view, desk, qtbot, until
) -> None:
    taken = replace(OTHERS, reason=Reason.OTHER_OWNER, facts={}, remedy=Remedy.REGISTER)
    desk.session.profile = replace(desk.session.profile, kind=PortalKind.PRODUCTION)
    doctor = MadeUpDoctor([taken])
    view = await open_view(doctor)
    press(qtbot, view.list.items["settings_page"].body.fix)
    await until(lambda: view.findChild(Prompt))
    prompt = view.findChild(Prompt)
    assert not prompt.confirm.isEnabled()

    qtbot.keyClicks(prompt.line, CONNECTOR)
    prompt.confirm.click()
    await until(lambda: doctor.mended)


async def test_what_was_mended_for_one_line_is_not_told_of_another(
    open_view, desk, qtbot, until
) -> None:
    await desk.connectors.activate(CONNECTOR, OTHER_LINE)
    doctor = MadeUpDoctor([FLAGGED])
    doctor.after = (finding("no_error", proofs=(WELL,)),)
    view = await open_view(doctor)
    doctor.hold.clear()
    press(qtbot, view.list.items["no_error"].body.fix)
    view.examine(CONNECTOR, OTHER_LINE)
    doctor.told = {}
    doctor.hold.set()
    await until(lambda: doctor.mended and not view.presenter.is_busy())

    assert view.presenter.mends == {}
    assert view.presenter.line == OTHER_LINE


async def test_an_answer_that_went_elsewhere_is_followed_by_taking_the_connector_over(
    open_view, qtbot, until
) -> None:
    facts = {"connector": CONNECTOR, "chat": "5"}
    lost = Finding(
        *(MESSAGE_CANARY, Verdict.FAILED, Reason.ANSWER_ELSEWHERE, facts),
        remedy=Remedy.REGISTER,
    )
    doctor = MadeUpDoctor()
    view = await open_view(doctor)
    doctor.after = (Finding(MESSAGE_CANARY, Verdict.PASSED),)
    view.presenter.canary = lost
    view.presenter.found.emit(MESSAGE_CANARY.key)
    view.canary.item.open()
    assert view.canary.item.body.fix.text() == "Fix: take it over…"
    press(qtbot, view.canary.item.body.fix)
    await until(lambda: view.findChild(Prompt))
    view.findChild(Prompt).confirm.click()
    await until(lambda: doctor.mended and not view.presenter.is_busy())

    assert doctor.mended == [lost]
    assert view.canary.item.row.accessibleName() == "A message goes round, passed"


@pytest.mark.usefixtures("russian")
@pytest.mark.parametrize("width", [640, 900, 1000, 1240])
async def test_the_head_keeps_its_height_from_a_run_to_its_failure(
    open_view, until, width: int
) -> None:
    doctor = MadeUpDoctor([FLAGGED])
    doctor.hold.clear()
    view = await open_view(doctor, wait=False, width=width)
    await until(lambda: doctor.runs)
    before = view.head.heightForWidth(width)
    doctor.hold.set()
    await until(lambda: not view.presenter.is_busy())
    assert view.head.heightForWidth(width) == before
