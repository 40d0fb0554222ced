"""No request leaves past the list of contacted hosts: compared with what Python's sockets did."""

import sys
from typing import Any

from app.bitrix.connection import open_http
from app.domain.network import Stage
from app.domain.portal import Network
from app.services import network
from app.services.traffic import Traffic
from tests.helpers.desk import Portal, connected, open_test_desk, polled, written
from tests.unit.sandbox.serving import hosted, place_of


class Sockets:
    """Every address that somebody connects to, or asks name servers for, while it listens."""

    def __init__(self) -> None:
        self.seen: set[tuple[str, Any]] = set()
        self.listens = False
        sys.addaudithook(self._note)

    def _note(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self.listens:
            return
        if event == "socket.connect" and isinstance(arguments[1], tuple):
            self.seen.add(arguments[1][:2])
        elif event == "socket.getaddrinfo":
            self.seen.add((str(arguments[0]), arguments[1]))


async def test_a_whole_story_over_real_sockets_contacts_only_what_the_list_names(tmp_path, until):
    sockets, traffic = Sockets(), Traffic()
    async with (
        hosted(rate_limit=False) as (sandbox, hosting),
        open_http(on_contact=traffic.contacted) as http,
    ):
        portal = Portal(http, sandbox.describe(hosting.origin))
        sockets.listens = True
        report = await network.test_connection(traffic, hosting.origin, Network())
        async with open_test_desk(portal, tmp_path, traffic=traffic.another()) as desk:
            await connected(desk)
            dialog = await written(desk, text="see https://evil.example/a.png")
            await until(lambda: desk.outbox.counts.queued == 0)
            await portal.reply(desk.dialogs.get(dialog), "[img]https://evil.example/b.png[/img]")
            await until(lambda: desk.dialogs.get(dialog).unread == 1)
            await desk.session.refresh_now()
            await polled(desk, until)
        sockets.listens = False

    place = place_of(hosting.origin)
    (seen,) = traffic.hosts()
    assert sockets.seen == {place}
    assert seen.host == f"{place[0]}:{place[1]}"
    assert {each.value for each in seen.purposes} == {"check", "sign_in", "rest", "other"}
    assert [step.stage for step in report.steps] == [Stage.CONNECT, Stage.ANSWER]
