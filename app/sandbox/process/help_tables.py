"""What `--help` tells of presets, seeds and switches. Words only."""

import json

from app.sandbox.keeping.seedfiles import about_seeds
from app.sandbox.options import Options, values_of
from app.sandbox.presets import PRESETS


def epilog() -> str:
    """The tables at the end."""
    names = Options.__dataclass_fields__
    tables = {
        "presets": {name: preset.text for name, preset in PRESETS.items()},
        "seeds": about_seeds(),
        "switches for --set": {name: usual(name, values_of(name)) for name in names},
    }
    return "\n\n".join(f"{title}:\n{_columns(rows)}" for title, rows in tables.items())


def usual(name: str, text: str) -> str:
    """A text with how the switch is when nobody says it."""
    value = getattr(Options(), name)
    told = value if isinstance(value, str) else json.dumps(value)
    return f"{text} (usually {told or 'empty'})"


def _columns(rows: dict[str, str]) -> str:
    return "\n".join(f"  {name:22}{text}" for name, text in rows.items())
