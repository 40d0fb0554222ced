"""Pictures of connectors."""

from dataclasses import replace

from app.ui.connectors.tile_icons import renderer
from tests.helpers.desk import ICON


def test_a_picture_is_read_once_however_often_it_is_painted(qapp):
    drawn = renderer(ICON)

    assert drawn is not None
    assert renderer(replace(ICON, color="#112233")) is drawn


def test_another_picture_under_the_same_connector_is_drawn_anew(qapp):
    other = replace(ICON, data_image=ICON.data_image.replace("9v9", "8v8"))

    assert renderer(other) is not renderer(ICON)
    assert renderer(replace(ICON, data_image="no picture")) is None
