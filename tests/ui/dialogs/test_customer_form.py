"""The form "Write as a customer" has room for its words."""

import pytest

from app.ui.dialogs.customer_form import CustomerForm


@pytest.fixture
async def form(desk, theme, qtbot):
    shown = CustomerForm(desk.connectors, theme)
    qtbot.addWidget(shown)
    shown.send.setText("Отправить как клиент")
    shown.request.setText("Показать запрос")
    shown.cancel.setText("Отмена")
    return shown


@pytest.mark.parametrize("width", [600, 960])
async def test_no_button_is_narrower_than_its_words(form, width):
    form.resize(width, 500)
    form.show()
    form.grab()

    for button in (form.send, form.request, form.cancel):
        assert button.width() >= button.sizeHint().width()
    assert form.horizontalScrollBar().maximum() == 0
