"""The order `file`: what a connector sends by address is served by the sandbox itself."""

import base64

import pytest

from tests.helpers.desk import open_sandbox

PICTURE = b"\x89PNG\r\n\x1a\n not really a picture"


async def test_a_handed_file_is_served_on_this_machine_to_anybody_who_asks():
    async with open_sandbox() as portal:
        content = base64.b64encode(PICTURE).decode()
        kept = await portal.order("file", name="lamp.png", content=content)

        fetched = await portal.http.get(kept["url"])

        assert (fetched.status_code, fetched.content) == (200, PICTURE)
        assert fetched.headers["content-type"] == "image/png"
        assert kept["name"] == "lamp.png"
        assert kept["size"] == len(PICTURE)


@pytest.mark.parametrize(
    ("fields", "status", "words"),
    [
        ({"name": "a.txt"}, 400, "needs content"),
        ({"name": "a.txt", "content": "not base64!"}, 400, "base64"),
        ({"name": "a", "content": base64.b64encode(b"x" * 10_485_761).decode()}, 409, "no room"),
    ],
)
async def test_what_is_no_file_is_refused_in_words(fields, status, words):
    async with open_sandbox() as portal:
        answer = await portal.http.post(portal.about["control"] + "file", json=fields)

        assert answer.status_code == status
        assert words in answer.json()["error"]


async def test_the_name_of_a_handed_file_holds_no_folders():
    async with open_sandbox() as portal:
        kept = await portal.order("file", name="../../etc/passwd", content="eA==")

        assert "/" not in kept["name"]
