"""The shape of a configuration file, before anything of it is understood."""

from typing import Annotated, Any

import msgspec

Number = Annotated[int, msgspec.Meta(ge=1, le=2**31 - 1)]


class PictureRow(msgspec.Struct, forbid_unknown_fields=True):
    """An icon."""

    image: str
    color: str = "#2857c4"
    size: str = "85%"
    position: str = "center"


class DataRow(msgspec.Struct, forbid_unknown_fields=True):
    """What `imconnector.connector.data.set` takes."""

    id: str
    name: str
    url: str
    url_im: str


class ChannelRow(msgspec.Struct, forbid_unknown_fields=True):
    """A line of a connector."""

    line: Number
    data: DataRow | None = None


class ConnectorRow(msgspec.Struct, forbid_unknown_fields=True):
    """A connector."""

    id: str
    name: str
    handler: str
    icon: PictureRow
    icon_disabled: PictureRow | None = None
    flags: dict[str, bool] = {}
    lines: list[ChannelRow] = []


class LineRow(msgspec.Struct, forbid_unknown_fields=True):
    """A line."""

    id: Number
    name: str
    settings: dict[str, Any] = {}
    queue: list[str] | None = None


class BindingRow(msgspec.Struct, forbid_unknown_fields=True):
    """A subscription."""

    event: str
    handler: str = ""


class FileRow(msgspec.Struct, forbid_unknown_fields=True):
    """The whole file."""

    version: int
    portal: str = ""
    lines: list[LineRow] = []
    connectors: list[ConnectorRow] | None = None
    bindings: list[BindingRow] | None = None
