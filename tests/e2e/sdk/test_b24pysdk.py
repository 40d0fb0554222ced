"""The vendor's own Python SDK goes through a connector's life. Changed is the address alone."""

import pytest
from b24pysdk import BitrixApp, BitrixToken, Client
from b24pysdk.api.requesters import BitrixOAuthRequester
from b24pysdk.errors import BitrixAPIError

CONNECTOR = "example_site_chat"
LINE = 42
ICON = {"DATA_IMAGE": "data:image/svg+xml,%3Csvg/%3E", "COLOR": "#7aa52c"}
MESSAGE = {
    "user": {"id": "u-1", "name": "Ivo"},
    "message": {"id": "m-1", "text": "Have you got this lamp?"},
    "chat": {"id": "c-1"},
}


@pytest.fixture
def token(trusting, monkeypatch):
    """A token of the SDK; the address of the authorisation server is the sandbox's."""
    oauth = trusting.about["oauth"]
    monkeypatch.setattr(BitrixOAuthRequester, "_OAUTH_TOKEN_URL", f"{oauth}/oauth/token/")
    keys = {name: trusting.about[name] for name in ("client_id", "client_secret")}
    application = BitrixApp(**keys)
    pair = application.get_oauth_token(trusting.code()).oauth_token
    return BitrixToken(
        domain=trusting.host,
        auth_token=pair.access_token,
        refresh_token=pair.refresh_token,
        bitrix_app=application,
    )


@pytest.fixture
def client(token):
    return Client(token)


@pytest.fixture
def connected(client):
    """A connector that works on a line, its channel described, its events queued."""
    register = client.imconnector.register(CONNECTOR, "Site chat", ICON, "https://shop.example/set")
    assert register.result == {"result": True}
    assert client.event.bind("OnImConnectorMessageAdd", event_type="offline").result is True
    assert client.imconnector.activate(CONNECTOR, LINE, 1).result is True
    channel = {"ID": "site", "URL": "https://shop.example", "URL_IM": "", "NAME": "Shop"}
    assert client.imconnector.connector.data.set(CONNECTOR, LINE, channel).result is True
    return client


def test_an_expired_token_is_refreshed_on_the_way(trusting, token, client):
    before = token.auth_token
    trusting.control("tokens", action="expire", which="access")
    assert client.profile().result["NAME"] == "Olga"
    assert token.auth_token != before


def test_a_connector_goes_from_registration_to_a_working_line(connected):
    status = connected.imconnector.status(CONNECTOR, line=LINE).result
    assert (status["CONFIGURED"], status["STATUS"], status["ERROR"]) == (True, True, False)


def test_a_customer_writes_an_operator_answers_and_the_answer_is_acknowledged(trusting, connected):
    sent = connected.imconnector.send.messages(CONNECTOR, LINE, [MESSAGE]).result
    chat = int(sent["DATA"]["RESULT"][0]["session"]["CHAT_ID"])
    trusting.control("reply", chat_id=chat, text="Two are left.")

    queued = connected.event.offline.get(clear=False).result
    item = queued["events"][0]["EVENT_DATA"]["MESSAGES"][0]
    assert item["message"]["text"].endswith("Two are left.")

    mark = {"im": item["im"], "message": {"id": ["x-1"]}, "chat": item["chat"]}
    connected.imconnector.send.status.delivery(CONNECTOR, LINE, [mark]).call()
    assert connected.event.offline.clear(queued["process_id"]).result is True
    assert connected.event.offline.get(clear=False).result["events"] == []
    answer = trusting.state()["chats"][0]["messages"][-1]
    assert (answer["external_ids"], answer["delivered"]) == (["x-1"], True)


def test_a_batch_carries_several_calls_and_the_refusal_of_one(connected):
    asked = {
        "who": connected.profile(),
        "line": connected.imopenlines.config.get(LINE),
        "wrong": connected.imopenlines.operator.answer(999999),
    }
    answer = connected.call_batch(asked).result
    assert answer.result["who"]["ADMIN"] is True
    assert answer.result["line"]["ID"] == str(LINE)
    assert answer.result_error["wrong"]["error"] == "CHAT_ID"


def test_an_unregistered_connector_is_gone(trusting, connected):
    assert connected.imconnector.unregister(bitrix_id=CONNECTOR).result == {"result": True}
    assert CONNECTOR not in connected.imconnector.list().result
    assert not connected.imconnector.status(CONNECTOR, line=LINE).result["CONFIGURED"]


def test_a_refusal_arrives_as_the_error_of_the_sdk(client):
    with pytest.raises(BitrixAPIError) as caught:
        client.imopenlines.operator.answer(999999).call()
    assert caught.value.error == "CHAT_ID"
