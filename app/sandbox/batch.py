"""`batch`: up to 50 commands in one request, later ones may refer to earlier results."""

import re
from typing import Any

from app.sandbox import dispatch
from app.sandbox.errors import (
    SoftRefusal,
    VendorError,
    argument_error,
    ordered_error,
    system_error,
)
from app.sandbox.http import envelope
from app.sandbox.http.forms import parse_query
from app.sandbox.model import Caller, Page
from app.sandbox.params import Params, entries, is_array, require, shaped, to_text, truthy, upper
from app.sandbox.portal import Portal
from app.sandbox.registry import rest_method

MAX_COMMANDS = 50
MAX_FILLED = 1024 * 1024
_REFERENCE = re.compile(r"\$result((?:\[[^\[\]]*\])+)")
_STEP = re.compile(r"\[([^\[\]]*)\]")


@rest_method("batch", basis="documented")
def batch(portal: Portal, params: Params) -> object:
    """Run the commands in order; errors are put beside the results and the answer is a success."""
    params = upper(params)
    commands = require(params, "CMD")
    if not is_array(commands):
        raise argument_error("CMD", "The value of an argument 'CMD' must be of type array")
    run = _Run(portal)
    wanted = [(key, command) for key, command in entries(commands) if isinstance(command, str)]
    for number, (key, command) in enumerate(wanted):
        run.command(key, command, surplus=number >= MAX_COMMANDS)
        if run.errors and truthy(params.get("HALT")):
            break
    return run.answer()


class _Run:
    """The five maps of the answer while they grow."""

    def __init__(self, portal: Portal) -> None:
        if portal.caller is None:
            raise system_error("NO_AUTH_FOUND")
        self._portal = portal
        self._caller: Caller = portal.caller
        self._results: dict[str, Any] = {}
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
        params = {name: self._filled(value) for name, value in parse_query(query).items()}
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

    def _filled(self, value: Any) -> Any:
        if isinstance(value, list):
            return [self._filled(item) for item in value]
        if isinstance(value, dict):
            return {key: self._filled(item) for key, item in value.items()}
        whole = _REFERENCE.fullmatch(value)
        if whole:
            return self._resolve(whole[1])
        return self._with_references(value)

    def _with_references(self, text: str) -> str:
        """A text with results in it. Bounded, since references to references multiply."""
        room = MAX_FILLED

        def fill(found: re.Match[str]) -> str:
            nonlocal room
            result = to_text(self._resolve(found[1]))
            room -= len(result)
            if room < 0:
                raise VendorError("INVALID_REQUEST", "The results referred to are too long", 400)
            return result

        return _REFERENCE.sub(fill, text)

    def _resolve(self, path: str) -> Any:
        """Follow the path as far as it leads."""
        found: Any = self._results
        for step in _STEP.findall(path):
            children = dict(entries(found)) if is_array(found) else {}
            if step not in children:
                return "" if found is self._results else found
            found = children[step]
        return found
