"""Refusals in the vendor's words.

VendorError    the ordinary envelope: {"error", "error_description", ...} with an HTTP status
SoftRefusal    register and unregister only: HTTP 200 and `result: false`
OAuthError     what the authorisation server answers
ControlError   the sandbox's own control interface; not part of the vendor's protocol
"""

from collections.abc import Mapping
from typing import Any

#: Texts and statuses of the system errors, for checks and for injected faults.
SYSTEM: Mapping[str, tuple[int, str]] = {
    "ERROR_METHOD_NOT_FOUND": (404, "Method not found!"),
    "NO_AUTH_FOUND": (401, "Wrong authorization data"),
    "expired_token": (401, "The access token provided has expired"),
    "invalid_token": (401, "Unable to get application by token"),
    "authorization_error": (401, "Unable to authorize user"),
    "insufficient_scope": (
        403,
        "The request requires higher privileges than provided by the access token",
    ),
    "user_access_error": (403, "The user does not have access to the application."),
    "INVALID_CREDENTIALS": (403, "Invalid request credentials"),
    "ACCESS_DENIED": (403, "Access denied!"),
    "WRONG_AUTH_TYPE": (
        403,
        "Current authorization type is denied for this method Application context required",
    ),
    "WRONG_LICENSE": (403, "This feature is not enabled for the current license"),
    "ALLOWED_ONLY_INTRANET_USER": (403, "Only intranet users have access to this method"),
    "APPLICATION_NOT_FOUND": (401, "Application not found"),
    "ERROR_OAUTH": (401, "Application not installed"),
    "NOT_INSTALLED": (401, "Application is not installed"),
    "PAYMENT_REQUIRED": (401, "Subscription has been ended"),
    "CONNECTION_ERROR": (401, "Error connecting to authorization server"),
    "METHOD_CONFIRM_WAITING": (401, "Waiting for confirmation"),
    "METHOD_CONFIRM_DENIED": (403, "Method call denied"),
    "QUERY_LIMIT_EXCEEDED": (503, "Too many requests"),
    "OPERATION_TIME_LIMIT": (429, "Method is blocked due to operation time limit."),
    "OVERLOAD_LIMIT": (503, "REST API is blocked due to overload."),
    "INVALID_REQUEST": (400, "Https required."),
    "ERROR_CORE": (400, "Internal error"),
    "WRONG_ENCODING": (400, "Wrong request encoding"),
    "ERROR_BATCH_METHOD_NOT_ALLOWED": (405, "Method is not allowed for batch usage"),
    "ERROR_BATCH_LENGTH_EXCEEDED": (400, "Max batch length exceeded"),
    "ERROR_UNEXPECTED_ANSWER": (500, "Server returned an unexpected response"),
    "INTERNAL_SERVER_ERROR": (500, "Internal server error"),
    "ERROR_MANIFEST_IS_NOT_AVAILABLE": (404, "Manifest is not available"),
    "PORTAL_DELETED": (500, "Portal was deleted"),
}
#: Errors of single methods that faults are often ordered for.
OF_METHODS: Mapping[str, tuple[int, str]] = {
    "NOT_ACTIVE_LINE": (400, "The line with this ID is inactive or does not exist"),
    "IMCONNECTOR_NO_CORRECT_PROVIDER": (400, "Could not find the provider for the connector"),
    "ERROR_ARGUMENT": (400, "Argument 'ID' is null or empty"),
    "ERROR_EVENT_NOT_FOUND": (400, "Event not found"),
    "ERROR_WRONG_HANDLER_URL": (400, "Wrong handler URL"),
    "ERROR_UNSUPPORTED_PROTOCOL": (400, "Unsupported event handler protocol"),
    "ACCESS_ERROR": (400, "You don't have access to this chat"),
    "DIALOG_ID_EMPTY": (400, "Dialog ID can't be empty"),
    "CHAT_ID_EMPTY": (400, "Chat ID can't be empty"),
    "USER_ID_EMPTY": (400, "User ID can't be empty"),
    "MESSAGE_EMPTY": (400, "Message can't be empty"),
    "CHAT_NOT_IN_CRM": (400, "Chat not in CRM"),
    "ERROR_USER_NOT_OPERATOR": (400, "You are not the operator of the dialog"),
    "BOT_NOT_FOUND": (400, "Bot not found"),
    "FILE_NOT_FOUND": (400, "File not found"),
    "USER_NOT_FOUND": (400, "User not found"),
    "NOT_FOUND": (400, "Not found"),
}
#: Errors of the authorisation server; its other statuses are those of SYSTEM.
OAUTH: Mapping[str, int] = {
    "invalid_request": 400,
    "invalid_client": 400,
    "wrong_client": 200,
    "invalid_grant": 400,
    "bad_verification_code": 400,
    "insufficient_scope": 403,
    "invalid_scope": 403,
}
#: Codes that `imconnector.register` and `unregister` answer with HTTP 200.
SOFT: Mapping[str, str] = {
    "APPLICATION_REGISTRATION_ERROR_POINT": "The ID must not contain a dot",
    "CONNECTOR_ID_REQUIRED": "Connector ID is not specified",
    "NAME_REQUIRED": "Connector name is not specified",
    "ICON_REQUIRED": "Connector icon is not specified",
    "NO_APPLICATION_ID": "The application was not found",
    "NO_PLACEMENT_HANDLER": "The placement handler is not specified",
    "APPLICATION_REGISTRATION_ERROR": "The connector could not be saved",
    "APPLICATION_UNREGISTRATION_ERROR": "Connector ID is not specified",
    "GENERAL_CONNECTOR_REGISTRATION_ERROR": "The connector is built in",
}


class VendorError(Exception):
    """A refusal with the vendor's code, text and HTTP status; `extra` joins the envelope."""

    def __init__(self, code: str, text: str, status: int = 400, **extra: Any) -> None:
        super().__init__(code, text)
        self.code = code
        self.text = text
        self.status = status
        self.extra = extra

    @property
    def body(self) -> dict[str, Any]:
        """The answer's body."""
        return {"error": self.code, "error_description": self.text, **self.extra}


class SoftRefusal(Exception):
    """`imconnector.register` and `unregister` answer 200 and say `false`."""

    def __init__(self, code: str, text: str) -> None:
        super().__init__(code, text)
        self.code = code
        self.text = text

    @property
    def body(self) -> dict[str, Any]:
        """The refusal, to be nested under `result` or to be the whole answer."""
        return {"result": False, "error": self.code, "error_description": self.text}


class OAuthError(VendorError):
    """An answer of the authorisation server; `wrong_client` comes with HTTP 200."""


class ControlError(Exception):
    """Wrong use of the control interface, told in one sentence."""

    def __init__(self, text: str, status: int = 400) -> None:
        super().__init__(text)
        self.text = text
        self.status = status


def ordered_oauth_error(code: str) -> OAuthError:
    """The authorisation server's refusal that a fault was asked for."""
    status, text = SYSTEM.get(code, (400, code))
    return OAuthError(code, text, OAUTH.get(code, status))


def ordered_error(code: str) -> VendorError | SoftRefusal:
    """The refusal that a fault was asked for."""
    return SoftRefusal(code, SOFT[code]) if code in SOFT else system_error(code)


def is_known_code(name: str) -> bool:
    """Whether it is an error code of the vendor that the sandbox has words for."""
    return any(name in codes for codes in (SYSTEM, OAUTH, OF_METHODS, SOFT))


def system_error(code: str, text: str | None = None) -> VendorError:
    """The system error of that code with its documented status and text."""
    status, usual = SYSTEM.get(code) or OF_METHODS.get(code, (400, code))
    return VendorError(code, usual if text is None else text, status)


def argument_error(name: str, text: str | None = None) -> VendorError:
    """`ERROR_ARGUMENT`; the portal adds the key `argument`."""
    return VendorError(
        "ERROR_ARGUMENT", text or f"Argument '{name}' is null or empty", argument=name
    )
