"""Random acts of customers, operators, the application and time against a small model of the rules.

Every act goes over HTTP; after every act the whole queue and every dialog are compared.
"""

import asyncio

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.helpers.books import sound

from .kit import SHOP, open_portal
from .ledger import EDITABLE_SECONDS, Dialog, Queue, Spoken, key_of

CUSTOMERS = st.sampled_from(["ann", "bob", "eva"])
TEXTS = st.sampled_from(["yes", "no", "[b]bold[/b]", "Привет", "a\nb", "🦊"])
CHOICE = st.integers(0, 10**6)


class Desk(RuleBasedStateMachine):
    """The acts."""

    def __init__(self):
        super().__init__()
        self.runner = asyncio.Runner()
        self.opened = open_portal(access_lifetime=1e8, rate_limit=False)
        self.portal = self.runner.run(self.opened.__aenter__())
        self.dialogs: dict[str, Dialog] = {}
        self.queue = Queue()
        self.processes: list[str] = []
        self.now, self.sent = 0.0, 0

    def teardown(self):
        self.runner.run(self.opened.__aexit__(None, None, None))
        self.runner.close()

    def call(self, method, **params):
        return self.runner.run(self.portal.ok(method, params))

    def control(self, act, **fields):
        return self.runner.run(self.portal.control(act, **fields))

    @initialize()
    def a_connected_shop(self):
        self.runner.run(self.portal.connect())
        self.runner.run(self.portal.bind())
        self.line = self.portal.lines[0]

    @rule(who=CUSTOMERS, text=TEXTS)
    def a_customer_writes(self, who, text):
        self.sent += 1
        item = {
            "user": {"id": who},
            "message": {"id": f"m-{self.sent}", "text": text},
            "chat": {"id": f"c-{who}"},
        }
        given = self.call(
            "imconnector.send.messages", CONNECTOR=SHOP, LINE=self.line, MESSAGES=[item]
        )["DATA"]["RESULT"][0]
        session, chat = int(given["session"]["ID"]), int(given["session"]["CHAT_ID"])
        dialog = self.dialogs.setdefault(who, Dialog(chat))
        assert dialog.chat == chat, "a customer's dialog has one chat for ever"
        if dialog.open:
            assert session == dialog.sessions[-1], "an open session goes on"
        else:
            assert session not in dialog.sessions, "after closing a new session begins"
            dialog.sessions.append(session)
            dialog.open = True
        dialog.messages.append(Spoken(self.newest(chat), text, own=False, at=self.now))

    def newest(self, chat):
        return [row["id"] for row in self.chat(chat)["messages"] if row["kind"] == "customer"][-1]

    def chat(self, chat_id):
        state = self.runner.run(self.portal.state())
        return next(chat for chat in state["chats"] if chat["id"] == chat_id)

    def any_dialog(self, number):
        return list(self.dialogs.values())[number % len(self.dialogs)]

    def any_message(self, number, wanted):
        spoken = [row for d in self.dialogs.values() for row in d.messages if wanted(row)]
        return spoken[number % len(spoken)] if spoken else None

    @precondition(lambda self: self.dialogs)
    @rule(number=CHOICE, text=TEXTS)
    def an_operator_answers(self, number, text):
        dialog = self.any_dialog(number)
        reopened = not dialog.open
        given = self.control("reply", chat_id=dialog.chat, text=text)
        if reopened:
            dialog.sessions.append(self.chat(dialog.chat)["sessions"][-1]["id"])
            dialog.open = True
            self.queue.put("DIALOGSTART", dialog.sessions[-1])
        dialog.messages.append(Spoken(given["message_id"], text, own=True, at=self.now))
        self.queue.put("MESSAGEADD", given["message_id"])

    @precondition(lambda self: self.dialogs)
    @rule(number=CHOICE, text=TEXTS)
    def an_operator_edits(self, number, text):
        found = self.any_message(number, lambda row: row.own and not row.deleted)
        if found and self.now - found.at <= EDITABLE_SECONDS:
            self.control("edit", message_id=found.id, text=text)
            found.text = text
            if found.external:
                self.queue.put("MESSAGEUPDATE", found.id, text)

    @precondition(lambda self: self.dialogs)
    @rule(number=CHOICE)
    def an_operator_deletes(self, number):
        found = self.any_message(number, lambda row: row.own and not row.deleted)
        if found:
            self.control("delete", message_id=found.id)
            found.deleted = True
            if found.external:
                self.queue.put("MESSAGEDELETE", found.id)

    @precondition(lambda self: self.dialogs)
    @rule(number=CHOICE)
    def the_application_acknowledges(self, number):
        found = self.any_message(number, lambda row: row.own)
        if found:
            self.sent += 1
            mark = {
                "im": {"chat_id": 1, "message_id": found.id},
                "message": {"id": [f"x-{self.sent}"]},
                "chat": {"id": "c"},
            }
            params = {"CONNECTOR": SHOP, "LINE": self.line, "MESSAGES": [mark]}
            self.call("imconnector.send.status.delivery", **params)
            found.external = found.external or f"x-{self.sent}"

    @precondition(lambda self: any(dialog.open for dialog in self.dialogs.values()))
    @rule(number=CHOICE, spam=st.booleans())
    def an_operator_closes(self, number, spam):
        alive = [dialog for dialog in self.dialogs.values() if dialog.open]
        dialog = alive[number % len(alive)]
        self.control("spam" if spam else "close", chat_id=dialog.chat)
        dialog.open = False
        self.queue.put("DIALOGFINISH", dialog.sessions[-1])

    @rule(seconds=st.sampled_from([1, 60, 3600, 40_000]))
    def time_passes(self, seconds):
        self.control("clock", advance=seconds)
        self.now += seconds

    @rule(limit=st.integers(1, 5))
    def the_application_reserves(self, limit):
        given = self.call("event.offline.get", clear=0, limit=limit, order={"ID": "ASC"})
        expected = self.queue.waiting()[:limit]
        assert self.keys(given["events"]) == [row.key for row in expected]
        for row in expected:
            row.process = given["process_id"]
        self.processes.append(given["process_id"])

    @rule(limit=st.integers(1, 5))
    def the_application_takes(self, limit):
        given = self.call("event.offline.get", limit=limit, order={"ID": "ASC"})
        expected = self.queue.waiting()[:limit]
        assert self.keys(given["events"]) == [row.key for row in expected]
        self.queue.remove(expected)

    @precondition(lambda self: self.processes)
    @rule(number=CHOICE)
    def the_application_reads_a_batch_again(self, number):
        process = self.processes[number % len(self.processes)]
        order = {"ID": "ASC"}
        given = self.call("event.offline.get", clear=0, process_id=process, limit=100, order=order)
        assert self.keys(given["events"]) == [row.key for row in self.queue.of(process)]

    @precondition(lambda self: self.processes)
    @rule(number=CHOICE, some=st.booleans())
    def the_application_confirms(self, number, some):
        process = self.processes[number % len(self.processes)]
        batch = self.queue.of(process)
        if some and batch:
            rows = self.listed()
            ids = [int(row["ID"]) for row in rows if row["PROCESS_ID"] == process][:1]
            self.call("event.offline.clear", process_id=process, id=ids)
            batch = batch[:1]
        else:
            self.call("event.offline.clear", process_id=process)
        self.queue.remove(batch)

    @precondition(lambda self: self.processes)
    @rule(number=CHOICE)
    def the_application_gives_up_on_one(self, number):
        process = self.processes[number % len(self.processes)]
        rows = [row for row in self.listed() if row["PROCESS_ID"] == process][:1]
        if rows:
            failed = [row["MESSAGE_ID"] for row in rows]
            self.call("event.offline.error", process_id=process, message_id=failed)
            self.queue.fail(process, set(self.keys(rows)))

    @rule()
    def the_application_looks_at_errors(self):
        given = self.call("event.offline.get", clear=0, error=1, limit=100, order={"ID": "ASC"})
        expected = self.queue.waiting(error=True)
        assert self.keys(given["events"]) == [row.key for row in expected]
        for row in expected:
            row.process = given["process_id"]
        self.processes.append(given["process_id"])

    def listed(self):
        rows, start = [], 0
        while True:
            body = self.runner.run(self.portal.call("event.offline.list", {"start": start})).body
            rows += body["result"]
            if "next" not in body:
                return rows
            start = body["next"]

    def keys(self, rows):
        return [key_of(row["EVENT_NAME"], row["EVENT_DATA"]) for row in rows]

    @invariant()
    def the_books_of_the_portal_agree(self):
        sound(self.portal.sandbox.portal)

    @invariant()
    def the_queue_is_as_predicted(self):
        rows = [
            (key_of(row["EVENT_NAME"], row["EVENT_DATA"]), row["PROCESS_ID"], row["ERROR"] == "1")
            for row in self.listed()
        ]
        assert rows == [(row.key, row.process, row.error) for row in self.queue.rows]

    @invariant()
    def the_dialogs_are_as_predicted(self):
        chats = {chat["id"]: chat for chat in self.runner.run(self.portal.state())["chats"]}
        assert set(chats) == {dialog.chat for dialog in self.dialogs.values()}
        for dialog in self.dialogs.values():
            chat = chats[dialog.chat]
            assert [row["id"] for row in chat["sessions"]] == dialog.sessions
            assert [row["closed"] for row in chat["sessions"]] == [
                not (dialog.open and row == dialog.sessions[-1]) for row in dialog.sessions
            ]
            spoken = [row for row in chat["messages"] if row["kind"] in ("customer", "operator")]
            assert [
                (row["id"], row["text"], row["deleted"], row["external_ids"])
                for row in spoken
                if row["kind"] == "operator"
            ] == [
                (row.id, row.text, row.deleted, [row.external] if row.external else [])
                for row in dialog.messages
                if row.own
            ]
            assert [row["text"] for row in spoken if row["kind"] == "customer"] == [
                row.text for row in dialog.messages if not row.own
            ]


def run(examples, steps):
    run_state_machine_as_test(
        Desk,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            derandomize=True,
            print_blob=False,
            phases=[Phase.generate, Phase.shrink],
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_the_portal_does_what_the_model_predicts():
    run(examples=25, steps=30)


@pytest.mark.slow
def test_the_portal_does_what_the_model_predicts_two_hundred_times_over():
    run(examples=200, steps=50)
