"""Tiles of the contact center and settings pages, against a real portal."""

from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from app.bitrix.errors import AccessDenied, BitrixError
from app.domain.placement import SETTINGS, TILE, Placement, check_tile
from tests.helpers.desk import REGISTRATION, open_sandbox, open_test_desk

PAGE = "https://lamp.example/tile"


@asynccontextmanager
async def opened(tmp_path, **options):
    async with open_sandbox(**options) as portal, open_test_desk(portal, tmp_path, run=False) as d:
        yield portal, d


async def test_a_tile_has_a_title_in_every_language_and_goes_again(tmp_path):
    async with opened(tmp_path) as (_, desk):
        center = desk.contact_center
        assert await center.bind(PAGE, {"en": "Lamps", "ru": "Лампы", "de": " "}) is True
        (tile,) = center.tiles
        assert (tile.handler, tile.titles) == (PAGE, {"en": "Lamps", "ru": "Лампы"})

        assert await center.bind(PAGE, {"en": "Lamps"}) is False
        assert await center.unbind(tile) == 1
        assert center.tiles == ()
        assert await center.unbind(tile) == 0


async def test_only_the_named_tile_goes(tmp_path):
    async with opened(tmp_path) as (_, desk):
        center = desk.contact_center
        await center.bind(PAGE, {})
        await center.bind(PAGE + "/2", {})

        assert await center.unbind(center.tiles[0]) == 1
        assert [tile.handler for tile in center.tiles] == [PAGE + "/2"]


async def test_an_address_is_needed_or_all_tiles_would_go(tmp_path):
    async with opened(tmp_path) as (_, desk):
        with pytest.raises(ValueError, match="every page"):
            await desk.contact_center.unbind(Placement(1, TILE, ""))


async def test_a_settings_page_that_a_registration_left_behind_is_found_and_goes(tmp_path):
    async with opened(tmp_path) as (_, desk):
        center = desk.contact_center
        await desk.connectors.register(REGISTRATION)
        await desk.connectors.register(replace(REGISTRATION, handler="https://lamp.example/new"))
        await center.refresh()

        old, new = center.settings
        assert (old.left_behind, new.connectors) == (True, (REGISTRATION.id,))
        assert center.settings_of(REGISTRATION.id) == (new,)

        assert await center.unbind(old.placement) == 1
        assert center.settings == (new,)


async def test_a_page_that_two_connectors_share_does_not_go_with_one(tmp_path):
    async with opened(tmp_path) as (_, desk):
        await desk.connectors.register(REGISTRATION)
        await desk.connectors.register(replace(REGISTRATION, id="acme_other"))
        await desk.contact_center.refresh()

        (shared,) = desk.contact_center.settings
        assert set(shared.connectors) == {REGISTRATION.id, "acme_other"}
        assert desk.contact_center.settings_of(REGISTRATION.id) == ()


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, ()),
        ({"role": "user"}, ("NOT_ADMIN",)),
        ({"installed": False}, ("NOT_INSTALLED",)),
        ({"scope": "imopenlines,imconnector,placement"}, ("contact_center",)),
    ],
)
async def test_what_stands_in_the_way_is_named(tmp_path, options, expected):
    async with opened(tmp_path, **options) as (_, desk):
        assert desk.contact_center.hindrances == expected


async def test_an_employee_is_refused_and_what_was_known_stays(tmp_path):
    async with opened(tmp_path, role="user") as (_, desk):
        with pytest.raises(AccessDenied):
            await desk.contact_center.refresh()
        assert desk.contact_center.problem.code == "ACCESS_DENIED"
        assert desk.contact_center.read_at is None


async def test_a_tile_without_the_permission_is_refused_with_the_vendors_code(tmp_path):
    scope = "imopenlines,imconnector,placement"
    async with opened(tmp_path, scope=scope) as (_, desk):
        with pytest.raises(BitrixError) as refused:
            await desk.contact_center.bind(PAGE, {})
        assert refused.value.code == "ERROR_PLACEMENT_NOT_FOUND"


@pytest.mark.parametrize(
    ("handler", "titles", "codes"),
    [
        (PAGE, {"en": "Lamps"}, []),
        ("", {}, ["HANDLER_EMPTY"]),
        ("lamp", {}, ["HANDLER_NOT_HTTP"]),
        ("https://localhost/x", {}, ["HANDLER_HOST"]),
        (PAGE + "/old", {}, ["TILE_ALREADY"]),
        (PAGE, {"en": "x" * 256}, ["NAME_TOO_LONG"]),
    ],
)
def test_a_tile_is_judged_before_it_is_sent(handler, titles, codes):
    known = [Placement(1, TILE, PAGE + "/old"), Placement(2, SETTINGS, PAGE)]

    assert [each.code for each in check_tile(handler, titles, known)] == codes
