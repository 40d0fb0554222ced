"""What stands in the registration form, as one value. Knows no widget and no rule."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any, Self

from app.domain.connector import FLAG_DEFAULTS, ChannelData, Icon, Registration
from app.domain.svg import to_data_uri

#: The icon that a form begins with: a white speech bubble.
DEFAULT_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" width="48" height="48" '
    'fill="none" stroke="#ffffff" stroke-width="3" stroke-linejoin="round" '
    'stroke-linecap="round"><path d="M12 14h24v16h-12l-7 6v-6h-5z"/>'
    '<path d="M18 20h12M18 25h8"/></svg>'
)
DEFAULT_ICON = to_data_uri(DEFAULT_SVG)
DEFAULT_ICON_NAME = "speech-bubble.svg"
GREY = "#8b939f"
GREY_ICON, OWN_ICON, NO_ICON = "grey", "own", "none"


@dataclass(frozen=True, slots=True)
class FormValues:
    """Everything typed. `off` says which icon the tile shows while not connected.

    `line` and `link` belong to the assistant, which goes on to the channel data.
    """

    id: str = ""
    name: str = ""
    handler: str = ""
    icon: str = DEFAULT_ICON
    icon_name: str = DEFAULT_ICON_NAME
    color: str = "#2857c4"
    size: str = "85%"
    position: str = "center"
    off: str = GREY_ICON
    off_icon: str = ""
    off_icon_name: str = ""
    flags: dict[str, bool] = field(default_factory=lambda: dict(FLAG_DEFAULTS))
    line: int = 0
    link: str = ""

    def registration(self) -> Registration:
        """What would be sent."""
        icon = Icon(self.icon, self.color.strip(), self.size.strip(), self.position)
        disabled = {
            GREY_ICON: replace(icon, color=GREY),
            OWN_ICON: replace(icon, data_image=self.off_icon, color=GREY),
        }.get(self.off)
        name, handler = self.name.strip(), self.handler.strip()
        return Registration(self.id.strip(), name, handler, icon, disabled, dict(self.flags))

    def channel(self) -> ChannelData:
        """The channel data that the assistant writes."""
        link = self.link.strip()
        return ChannelData(self.id.strip(), link, link, self.name.strip())

    def to_draft(self) -> dict[str, Any]:
        """The values as they are kept on disk."""
        return asdict(self)

    @classmethod
    def from_draft(cls, draft: Mapping[str, Any]) -> Self:
        """Values that were kept; what an older program kept otherwise is left out."""
        known: dict[str, Any] = {}
        for each in fields(cls):
            value = draft.get(each.name)
            kind = {"flags": dict, "line": int}.get(each.name, str)
            if isinstance(value, kind):
                known[each.name] = value
        flags = {name: known.get("flags", {}).get(name) for name in FLAG_DEFAULTS}
        known["flags"] = {
            name: on if isinstance(on, bool) else FLAG_DEFAULTS[name] for name, on in flags.items()
        }
        return cls(**known)

    @classmethod
    def of(cls, registration: Registration) -> Self:
        """The values of a registration, to be changed."""
        icon, disabled = registration.icon, registration.icon_disabled
        off = NO_ICON if disabled is None else GREY_ICON
        if disabled is not None and disabled.data_image != icon.data_image:
            off = OWN_ICON
        return cls(
            id=registration.id,
            name=registration.name,
            handler=registration.handler,
            icon=icon.data_image,
            icon_name="" if icon.data_image != DEFAULT_ICON else DEFAULT_ICON_NAME,
            color=icon.color,
            size=icon.size,
            position=icon.position,
            off=off,
            off_icon=disabled.data_image if disabled is not None and off == OWN_ICON else "",
            flags=FLAG_DEFAULTS | registration.flags,
        )
