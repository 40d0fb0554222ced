"""Events posted to a handler: the envelope, the form, the tokens, who gets them and when."""

import pytest

from .colleagues import ANN, MINE, OLEG, carried, competitor, employee, listen
from .kit import SEVEN, answer_of, open_portal
from .scenes import answered

ADD, UPDATE, DELETE, START, FINISH, STATUS, LINE = SEVEN

AUTH_KEYS = {
    *("access_token", "expires", "expires_in", "scope", "domain", "server_endpoint", "status"),
    *("client_endpoint", "member_id", "user_id", "application_token"),
}


async def posted(portal, handler, event):
    """The only post of that event."""
    await carried(portal)
    (post,) = handler.of(event)
    return post


async def profile(portal, token):
    url = portal.rest + "profile"
    return answer_of(await portal.http.post(url, json={"auth": token}))


async def replied(shop, handler, **more):
    """An operator answers a customer; the post of the message event."""
    chat = await shop.open_dialog()
    await listen(shop, handler.address, ADD)
    await shop.control("reply", chat_id=chat, text="Yes, two left.", user_id=ANN, **more)
    return await posted(shop, handler, ADD)


@pytest.mark.pins("ONIMCONNECTORMESSAGEADD", "event.bind")
async def test_a_post_is_a_form_in_php_s_brackets(shop, handler):
    post = await replied(shop, handler)

    assert (post.verb, post.path) == ("POST", "/handler")
    assert post.headers["content-type"].split(";")[0] == "application/x-www-form-urlencoded"
    assert {"event", "event_handler_id", "ts"} <= set(post.names)
    assert "data[MESSAGES][0][im][chat_id]" in post.names
    assert "auth[access_token]" in post.names
    assert "{" not in post.body


@pytest.mark.pins("ONIMCONNECTORMESSAGEADD")
async def test_an_envelope_holds_event_data_moment_and_tokens(shop, handler):
    form = (await replied(shop, handler)).form

    assert set(form) == {"event", "event_handler_id", "data", "ts", "auth"}
    assert form["event"] == ADD.upper()
    assert form["event_handler_id"].isdecimal()
    assert form["ts"].isdecimal()


@pytest.mark.pins("ONIMCONNECTORMESSAGEADD")
async def test_the_data_of_a_reply_is_the_same_as_in_the_queue_with_texts_for_scalars(
    shop, handler
):
    form = (await replied(shop, handler, files=[{"name": "lamp.png"}])).form

    data = form["data"]
    assert (data["CONNECTOR"], data["LINE"]) == ("acme_shopchat", str(shop.lines[0]))
    message = data["MESSAGES"]["0"]
    assert message["chat"] == {"id": "conv-1"}
    assert message["message"]["user_id"] == str(ANN)
    assert message["message"]["text"] == "[b]Ann Lee:[/b] [br]Yes, two left."
    assert message["message"]["files"]["0"]["name"] == "lamp.png"
    (queued,) = await shop.events(ADD)
    assert message["im"] == {key: str(value) for key, value in queued["MESSAGES"][0]["im"].items()}


@pytest.mark.pins("ONIMCONNECTORMESSAGEADD")
async def test_empty_lists_vanish_from_a_form(shop, handler):
    post = await replied(shop, handler)

    assert not [name for name in post.names if "attachments" in name]


@pytest.mark.pins("ONIMCONNECTORMESSAGEADD")
async def test_the_tokens_of_an_event_are_those_of_who_caused_it(shop, handler):
    auth = (await replied(shop, handler)).form["auth"]

    assert set(auth) == AUTH_KEYS
    assert (auth["user_id"], auth["status"], auth["expires_in"]) == (str(ANN), "L", "3600")
    assert auth["expires"].isdecimal()
    assert auth["client_endpoint"] == shop.rest
    assert shop.rest.split("/")[2] == auth["domain"]
    assert auth["member_id"] == shop.tokens["member_id"]
    assert set(auth["scope"].split(",")) == set(shop.tokens["scope"].split(","))
    assert (await profile(shop, auth["access_token"])).result["ID"] == str(ANN)


@pytest.mark.pins("ONIMCONNECTORMESSAGEADD")
async def test_a_binding_may_name_whose_tokens_it_wants(shop, handler):
    chat = await shop.open_dialog()
    await listen(shop, handler.address, ADD, auth_type=OLEG)

    await shop.control("reply", chat_id=chat, text="Yes", user_id=ANN)

    assert (await posted(shop, handler, ADD)).form["auth"]["user_id"] == str(OLEG)


@pytest.mark.pins("ONIMCONNECTORMESSAGEADD", "ONIMCONNECTORDIALOGFINISH")
async def test_the_application_token_is_the_same_in_every_event(shop, handler):
    chat = await shop.open_dialog()
    await listen(shop, handler.address, ADD, FINISH)
    await shop.control("reply", chat_id=chat, text="Yes")
    await shop.control("close", chat_id=chat)

    await carried(shop)

    tokens = {post.form["auth"]["application_token"] for post in handler.posts}
    assert len(handler.posts) == 2
    assert len(tokens) == 1
    assert tokens != {""}


@pytest.mark.pins("ONIMCONNECTORMESSAGEUPDATE", "ONIMCONNECTORMESSAGEDELETE")
async def test_edits_carry_a_list_of_ids_and_deletions_one(shop, handler):
    message = await shop.replied(await shop.open_dialog())
    await shop.acknowledge(message, "x-901")
    await listen(shop, handler.address, UPDATE, DELETE)
    number = message["im"]["message_id"]
    await shop.control("edit", message_id=number, text="Three")
    await shop.control("delete", message_id=number)

    edited = (await posted(shop, handler, UPDATE)).form["data"]["MESSAGES"]["0"]
    deleted = (await posted(shop, handler, DELETE)).form["data"]["MESSAGES"]["0"]

    assert edited["message"]["id"] == {"0": "x-901"}
    assert edited["message"]["text"].endswith("[/b][br] Three")
    assert deleted["message"] == {"id": "x-901"}
    assert edited["im"] == deleted["im"]


@pytest.mark.pins("ONIMCONNECTORDIALOGSTART", "ONIMCONNECTORDIALOGFINISH")
async def test_the_start_and_the_end_of_a_dialog_are_told_under_data(shop, handler):
    await listen(shop, handler.address, START, FINISH)
    item = await shop.write(chat="conv-88")
    await shop.control("close", chat_id=item["session"]["CHAT_ID"])

    start = (await posted(shop, handler, START)).form["data"]
    finish = (await posted(shop, handler, FINISH)).form["data"]

    for data, closed in ((start, "N"), (finish, "Y")):
        assert (data["CONNECTOR"], data["LINE"]) == ("acme_shopchat", str(shop.lines[0]))
        (dialog,) = data["DATA"].values()
        assert dialog["connector"] == {
            "connector_id": "acme_shopchat",
            "line_id": str(shop.lines[0]),
            "chat_id": "conv-88",
            "user_id": str(item["user"]),
        }
        assert dialog["session"]["id"] == str(item["session"]["ID"])
        assert dialog["session"]["closed"] == closed
        assert (dialog["chat"], dialog["user"]) == ({"id": "conv-88"}, {"id": str(item["user"])})


@pytest.mark.pins("ONIMCONNECTORSTATUSDELETE", "ONIMCONNECTORLINEDELETE")
async def test_a_lost_line_is_told_in_small_letters_and_as_a_bare_number(shop, handler):
    await listen(shop, handler.address, STATUS, LINE)

    await shop.control("delete-line", line=shop.lines[0])

    status = await posted(shop, handler, STATUS)
    line = await posted(shop, handler, LINE)
    assert status.form["data"] == {"connector": "acme_shopchat", "line": str(shop.lines[0])}
    assert line.form["data"] == str(shop.lines[0])
    assert handler.posts.index(status) < handler.posts.index(line)


@pytest.mark.pins("ONIMCONNECTORDIALOGSTART")
async def test_own_calls_come_back_to_an_online_handler(shop, handler):
    await listen(shop, handler.address, START)

    await shop.write()

    assert (await posted(shop, handler, START)).form["auth"]["user_id"] == str(MINE)
    assert await shop.queue() == []


@pytest.mark.pins("event.bind", "ONIMCONNECTORMESSAGEADD")
async def test_any_user_may_listen_online(shop, handler):
    chat, ann = await shop.open_dialog(), await employee(shop)
    await listen(ann, handler.address, ADD)

    await shop.control("reply", chat_id=chat, text="Yes", user_id=OLEG)

    assert (await posted(shop, handler, ADD)).form["auth"]["user_id"] == str(ANN)


@pytest.mark.pins("event.unbind")
async def test_after_unbinding_nothing_is_posted(shop, handler):
    chat = await shop.open_dialog()
    await listen(shop, handler.address, ADD)
    await shop.ok("event.unbind", {"event": ADD, "handler": handler.address})

    await shop.control("reply", chat_id=chat, text="Yes")
    await carried(shop)

    assert handler.posts == []


@pytest.mark.pins("ONIMCONNECTORMESSAGEADD")
async def test_a_handler_that_fails_is_not_called_again(shop, handler):
    handler.status = 500
    await replied(shop, handler)

    await shop.advance(600)
    await carried(shop)

    assert len(handler.posts) == 1


@pytest.mark.pins("event.bind")
async def test_an_address_of_the_outside_world_is_never_called(shop, handler):
    chat = await shop.open_dialog()
    await listen(shop, "https://acme.example/handler", ADD)

    await shop.control("reply", chat_id=chat, text="Yes")
    await carried(shop)

    assert handler.posts == []


@pytest.mark.pins("event.test", "ONAPPTEST")
async def test_a_test_event_brings_the_parameters_to_the_handler(portal, handler):
    await listen(portal, handler.address, "OnAppTest")

    assert await portal.ok("event.test", {"any": "thing", "list": [1, 2]}) == 1

    data = (await posted(portal, handler, "ONAPPTEST")).form["data"]
    given = data.get("QUERY", data)
    assert given["any"] == "thing"
    assert given["list"] == {"0": "1", "1": "2"}


@pytest.mark.pins("ONOFFLINEEVENT", "event.bind")
async def test_a_handler_is_told_that_the_queue_has_something_new(shop, handler):
    chat = await shop.open_dialog()
    await listen(shop, handler.address, "OnOfflineEvent", options={"minTimeout": 5})
    await shop.control("reply", chat_id=chat, text="Yes")
    await shop.control("reply", chat_id=chat, text="And no")
    await shop.advance(6)
    await carried(shop)
    soon = len(handler.posts)
    await shop.advance(60)
    await shop.control("reply", chat_id=chat, text="Later")
    await carried(shop)

    assert 1 <= soon <= 2
    assert len(handler.posts) == soon + 1
    form = handler.posts[0].form
    assert form["event"] == "ONOFFLINEEVENT"
    assert not form.get("data")
    assert form["auth"]["refresh_token"]


@pytest.mark.pins("event.bind")
async def test_the_notice_of_the_queue_cannot_be_bound_offline(portal):
    given = {"event": "OnOfflineEvent", "event_type": "offline"}

    got = await portal.call("event.bind", given)

    assert got.refusal == (400, "ERROR_ARGUMENT")
    assert "Offline event cannot be registered for this event." in got.text


@pytest.mark.pins("event.bind")
async def test_until_the_installation_is_finished_nothing_is_posted_or_queued(handler):
    async with open_portal(installed=False) as portal:
        await portal.connect()
        await portal.bind()
        await listen(portal, handler.address, ADD)
        chat = await portal.open_dialog()
        await portal.control("reply", chat_id=chat, text="Unheard")
        await carried(portal)
        before = (len(handler.posts), await portal.queue())

        await portal.control("finish-install")
        await portal.control("reply", chat_id=chat, text="Heard")
        await carried(portal)

        assert before == (0, [])
        assert [post.form["data"]["MESSAGES"]["0"]["message"]["text"] for post in handler.posts]
        assert "Heard" in handler.posts[0].body
        assert len(await portal.queue()) == 1


@pytest.mark.pins("ONAPPINSTALL")
async def test_an_installed_application_is_told_with_lasting_tokens(portal, handler):
    other = await competitor(portal, handler=handler.address)

    form = (await posted(portal, handler, "ONAPPINSTALL")).form

    assert set(form["data"]) >= {"VERSION", "ACTIVE", "INSTALLED", "LANGUAGE_ID"}
    assert set(form["auth"]) >= {"access_token", "refresh_token", "application_token", "domain"}
    fresh = await other.refresh(form["auth"]["refresh_token"])
    assert fresh.body["access_token"]


@pytest.mark.pins("ONAPPUNINSTALL")
@pytest.mark.parametrize(("clean", "told"), [(True, "1"), (False, "0")])
async def test_a_removed_application_is_told_without_tokens(portal, handler, clean, told):
    other = await competitor(portal)
    await listen(other, handler.address, "OnAppUninstall")

    await portal.control("uninstall", client_id=other.details["client_id"], clean=clean)

    form = (await posted(portal, handler, "ONAPPUNINSTALL")).form
    assert form["data"]["CLEAN"] == told
    assert form["data"]["LANGUAGE_ID"]
    assert set(form["auth"]) == {
        *("domain", "server_endpoint", "client_endpoint", "member_id", "application_token"),
    }


@pytest.mark.pins("ONAPPUPDATE")
async def test_a_new_version_is_told(portal, handler):
    await listen(portal, handler.address, "OnAppUpdate")

    await portal.control("app", version=2)

    form = (await posted(portal, handler, "ONAPPUPDATE")).form
    assert form["data"]["VERSION"] == "2"


@pytest.mark.pins("ONAPPPAYMENT")
async def test_a_payment_is_told(portal, handler):
    await listen(portal, handler.address, "OnAppPayment")

    await portal.control("app", payment_expired=True)
    await portal.control("app", payment_expired=False)

    assert (await posted(portal, handler, "ONAPPPAYMENT")).form["event"] == "ONAPPPAYMENT"


@pytest.mark.pins("im.message.add", "ONIMCONNECTORMESSAGEADD")
async def test_an_event_s_own_token_may_answer(shop, handler):
    chat = await answered(shop)
    await listen(shop, handler.address, ADD)
    await shop.ok("im.message.add", {"DIALOG_ID": f"chat{chat}", "MESSAGE": "First"})
    token = (await posted(shop, handler, ADD)).form["auth"]["access_token"]

    got = await shop.http.post(
        shop.rest + "im.message.add",
        json={"auth": token, "DIALOG_ID": f"chat{chat}", "MESSAGE": "Second"},
    )

    assert answer_of(got).result > 0
