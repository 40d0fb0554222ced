"""A configuration as a YAML file: written to be read by people, read with line numbers.

Every scalar is read as text and then as what its place wants, so that `09:00`, `no` and `1.0` mean
what they look like. Knows no portal.
"""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import msgspec

from app.domain.configuration import (
    VERSION,
    ChannelEntry,
    Configuration,
    ConnectorEntry,
    LineEntry,
)
from app.domain.connector import Icon
from app.domain.line import Value
from app.domain.line_fields import FIELDS, Kind
from app.domain.line_rules import shown
from app.services.configuration_checks import Checked
from app.services.configuration_problems import ConfigurationError, FileProblem, Unfit, unfit
from app.services.configuration_rows import FileRow
from app.services.located_yaml import at, compose, dump, misshapen, plain, text_of

__all__ = ["ConfigurationError", "FileProblem", "Unfit", "parse_text", "read", "write"]

_HEAD = "# Connectors, open lines and event subscriptions of a Bitrix24 portal; holds no secrets.\n"


def write(configuration: Configuration) -> str:
    """The file's text."""
    whole: dict[str, Any] = {"version": VERSION, "portal": configuration.portal}
    whole["lines"] = [_line_row(each) for each in configuration.lines]
    if configuration.connectors is not None:
        whole["connectors"] = [_connector_row(each) for each in configuration.connectors]
    if configuration.bindings is not None:
        whole["bindings"] = [_without_empty(asdict(each)) for each in configuration.bindings]
    return _HEAD + dump(whole)


def read(path: Path) -> Configuration:
    """Read and check a file.

    Raises:
        ConfigurationError: with every problem that was found, each with its line.
    """
    return parse_text(text_of(path), path.name)


def parse_text(text: str, name: str = "configuration") -> Configuration:
    """The same for a text.

    Raises:
        ConfigurationError: as `read`.
    """
    node = compose(text, name)
    try:
        file = msgspec.convert(plain(node, name), FileRow, strict=False)
    except msgspec.ValidationError as error:
        raise ConfigurationError(name, [misshapen(str(error), node)]) from None
    if file.version != VERSION:
        line = at(node, ("version",))
        problem = unfit(line, Unfit.VERSION, str(file.version), str(VERSION))
        raise ConfigurationError(name, [problem])
    return Checked(name, node).configuration(file)


def _line_row(line: LineEntry) -> dict[str, Any]:
    settings = {name: _written(name, value) for name, value in line.settings.items()}
    row: dict[str, Any] = {"id": line.id, "name": line.name, "settings": settings}
    if line.queue is not None:
        row["queue"] = [f"{each.kind.value} {each.id}" for each in line.queue]
    return row


def _written(name: str, value: Value) -> Any:
    field = FIELDS[name]
    if isinstance(value, tuple):
        return list(value)
    if field.kind is Kind.NUMBER:
        return value
    typed = shown(field, value)
    return typed if isinstance(typed, bool) else str(typed)


def _connector_row(entry: ConnectorEntry) -> dict[str, Any]:
    it = entry.registration
    row: dict[str, Any] = {"id": it.id, "name": it.name, "handler": it.handler}
    row["icon"] = _picture_row(it.icon)
    if it.icon_disabled is not None:
        row["icon_disabled"] = _picture_row(it.icon_disabled)
    row["flags"] = dict(it.flags)
    row["lines"] = [_channel_row(each) for each in entry.channels]
    return row


def _channel_row(channel: ChannelEntry) -> dict[str, Any]:
    row: dict[str, Any] = {"line": channel.line}
    if channel.data is not None:
        row["data"] = asdict(channel.data)
    return row


def _picture_row(icon: Icon) -> dict[str, Any]:
    return {
        "image": icon.data_image,
        "color": icon.color,
        "size": icon.size,
        "position": icon.position,
    }


def _without_empty(row: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if value != ""}
