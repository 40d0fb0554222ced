"""Open Line Console: a desktop operator console for Bitrix24 Open Line connectors."""

from pathlib import Path

__version__ = "0.1.0"

_PACKAGE = Path(__file__).parent
_PACKAGED = _PACKAGE / "resources"

#: Icons, styles, translations, scenarios and seed portals. A wheel carries them inside the
#: package, a checkout has them beside it.
RESOURCES = _PACKAGED if _PACKAGED.is_dir() else _PACKAGE.parent / "resources"
