"""How the translations are kept, as functions; by hand the same is done with these commands.

    pyside6-lupdate -locations none -no-obsolete app/*.py app/ui/*.py app/ui/*/*.py \
        -ts resources/i18n/ru.ts
    pyside6-lupdate -locations none -no-obsolete -pluralonly app/*.py app/ui/*.py app/ui/*/*.py \
        -ts resources/i18n/en.ts
    pyside6-linguist resources/i18n/ru.ts
    pyside6-lrelease resources/i18n/ru.ts -qm resources/i18n/console_ru.qm
    pyside6-lrelease resources/i18n/en.ts -qm resources/i18n/console_en.qm

English needs only the plural forms: everything else is the source itself.
"""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from app import RESOURCES

ROOT = Path(__file__).parents[3]
I18N = RESOURCES / "i18n"


@dataclass(frozen=True)
class Entry:
    """A string of the window and what it is translated to; plurals have several forms."""

    context: str
    source: str
    comment: str
    plural: bool
    finished: bool
    forms: tuple[str, ...]

    @property
    def key(self) -> tuple[str, str, str]:
        return self.context, self.source, self.comment


def tool(name: str, *arguments: str) -> None:
    """Run one of PySide6's tools."""
    command = [str(Path(sys.executable).with_name(f"pyside6-{name}")), *arguments]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)


def extract(target: Path, *, plurals: bool = False) -> None:
    """Every string of the program, without any translation."""
    sources = [*ROOT.glob("app/*.py"), *ROOT.glob("app/ui/*.py"), *ROOT.glob("app/ui/*/*.py")]
    names = sorted(str(source.relative_to(ROOT)) for source in sources)
    switches = ["-locations", "none", *(["-pluralonly"] if plurals else [])]
    tool("lupdate", *switches, *names, "-ts", str(target))


def compile_to(source: Path, target: Path) -> None:
    """What the program loads."""
    tool("lrelease", str(source), "-qm", str(target))


def read(path: Path) -> list[Entry]:
    """The entries of a .ts file."""
    found = []
    for context in ET.parse(path).getroot().findall("context"):
        name = context.findtext("name") or ""
        for message in context.findall("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.findall("numerusform")]
            found.append(
                Entry(
                    name,
                    message.findtext("source") or "",
                    message.findtext("comment") or "",
                    message.get("numerus") == "yes",
                    translation.get("type") is None,
                    tuple(forms) or (translation.text or "",),
                )
            )
    return found
