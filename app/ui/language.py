"""The language of the window: English sources, translations from `resources/i18n`."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app import RESOURCES

LANGUAGES = ("en", "ru")
_installed: list[QTranslator] = []


def resolve(choice: str) -> str:
    """A language of ours for "system" or a code; English when we have no translation."""
    if choice not in LANGUAGES:
        choice = QLocale.system().name().partition("_")[0]
    return choice if choice in LANGUAGES else "en"


def install(app: QCoreApplication, choice: str) -> str:
    """Translate from now on; whoever is on the screen has to be built anew. Tells the language."""
    remove(app)
    language = resolve(choice)
    QLocale.setDefault(_forms(choice))
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (("qtbase", qt_folder), ("console", str(RESOURCES / "i18n"))):
        translator = QTranslator(app)
        if translator.load(f"{name}_{language}", folder):
            app.installTranslator(translator)
            _installed.append(translator)
    return language


def _forms(choice: str) -> QLocale:
    """How times and figures are written: as the system does it, unless its language is another one
    than was chosen.
    """
    system = QLocale.system()
    chosen = choice if choice in LANGUAGES else ""
    is_own = system.language() in (QLocale(chosen).language(), QLocale.Language.C)
    return system if not chosen or (is_own and resolve("system") == chosen) else QLocale(chosen)


def remove(app: QCoreApplication) -> None:
    """Back to the English sources."""
    while _installed:
        app.removeTranslator(_installed.pop())
    QLocale.setDefault(QLocale("en"))
