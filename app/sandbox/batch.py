"""`batch`: up to 50 commands in one request, later ones may refer to earlier results."""

from typing import Any

from app.sandbox import dispatch, envelope
from app.sandbox.errors import (
    SoftRefusal,
    VendorError,
    argument_error,
    ordered_error,
    system_error,
)
from app.sandbox.model import Page
from app.sandbox.params import Params, entries, is_array, require, shaped, truthy, upper
from app.sandbox.portal import Portal
from app.sandbox.references import References
from app.sandbox.registry import caller_of, rest_method
from app.sandbox.urlencoded import parse_query

MAX_COMMANDS = 50
#: All commands of a batch are read while nobody else is answered: so many, refused ones too, and
#: so many brackets and escapes in them.
MAX_GIVEN, MAX_BRACKETS, MAX_ESCAPES = 10_000, 50_000, 300_000


@rest_method(
    "batch",
    basis="documented",
    note="Methods that carry files run in it as well; a guess, the vendor's page has no list.",
)
def batch(portal: Portal, params: Params) -> object:
    """Run the commands in order; errors are put beside the results and the answer is a success."""
    params = upper(params)
    commands = require(params, "CMD")
    if not is_array(commands):
        raise argument_error("CMD", "The value of an argument 'CMD' must be of type array")
    run = _Run(portal)
    wanted = [(key, command) for key, command in entries(commands) if isinstance(command, str)]
    _check_length([command for _, command in wanted])
    for number, (key, command) in enumerate(wanted):
        run.command(key, command, surplus=number >= MAX_COMMANDS)
        if run.errors and truthy(params.get("HALT")):
            break
    return run.answer()


def _check_length(commands: list[str]) -> None:
    brackets = sum(text.count("[") + text.count("%5B") + text.count("%5b") for text in commands)
    escapes = sum(text.count("%") for text in commands)
    if len(commands) > MAX_GIVEN or brackets > MAX_BRACKETS or escapes > MAX_ESCAPES:
        raise VendorError("INVALID_REQUEST", "Too many parameters", 400)


class _Run:
    """The five maps of the answer while they grow."""

    def __init__(self, portal: Portal) -> None:
        self._portal = portal
        self._caller = caller_of(portal)
        self._results: dict[str, Any] = {}
        self._references = References(self._results)
        self.errors: dict[str, Any] = {}
        self._totals: dict[str, int] = {}
        self._nexts: dict[str, int] = {}
        self._times: dict[str, Any] = {}

    def command(self, key: str, command: str, *, surplus: bool) -> None:
        try:
            if surplus:
                raise system_error("ERROR_BATCH_LENGTH_EXCEEDED")
            self._execute(key, command)
        except VendorError as error:
            self._portal.refusals[error.code] += 1
            self.errors[key] = error.body
        except SoftRefusal as refusal:
            self._portal.refusals[refusal.code] += 1
            if self._portal.options.error_shape == "nested":
                self._results[key] = refusal.body
            else:
                self.errors[key] = refusal.body

    def answer(self) -> dict[str, Any]:
        return {
            "result": shaped(self._results.items()),
            "result_error": shaped(self.errors.items()),
            "result_total": shaped(self._totals.items()),
            "result_next": shaped(self._nexts.items()),
            "result_time": shaped(self._times.items()),
        }

    def _execute(self, key: str, command: str) -> None:
        text, _, query = command.partition("?")
        name = text.strip().strip("/").lower()
        fault = self._portal.faults.take_command(name)
        if fault and fault.code:
            raise ordered_error(fault.code)
        method = dispatch.lookup(self._portal, name)
        if method.name == "batch":
            raise system_error("ERROR_BATCH_METHOD_NOT_ALLOWED")
        params = self._references.fill(parse_query(query))
        started = self._portal.clock.now()
        result = dispatch.invoke(self._portal, self._caller, method, params)
        if isinstance(result, Page):
            self._totals[key] = result.total
            if result.next is not None:
                self._nexts[key] = result.next
            result = result.rows
        self._results[key] = result
        self._times[key] = {
            **envelope.time_block(self._portal, started, started),
            **dispatch.operating(self._portal, self._caller, method),
        }
