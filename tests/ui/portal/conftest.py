"""The portal's page as a person opens it, over a real sandbox portal."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.portal import PortalKind, Profile
from app.ui.portal.page import PortalPage

OTHER = Profile(
    "Wholesale",
    "https://wholesale.example",
    "local.2",
    "https://oauth.bitrix.info",
    "",
    PortalKind.PRODUCTION,
    "m2",
    read_only=True,
)


@pytest.fixture
async def page(qtbot, theme, desk):
    """Open on the sandbox, which is kept, with one other portal."""
    made, window = PortalPage(theme), QWidget()
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(made)
    made.set_portals((OTHER, desk.profile), "keychain")
    made.set_desk(desk)
    theme.look_after(window)
    window.resize(1500, 900)
    window.show()
    window.activateWindow()
    yield made
    await made.leave()
    window.close()
    window.deleteLater()


@pytest.fixture
def production(desk, page):
    """The open portal is one with real customers."""
    desk.session.profile = replace(desk.profile, kind=PortalKind.PRODUCTION)
    page.set_portals((OTHER, desk.profile), "keychain")
    return desk.profile
