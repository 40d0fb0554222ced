"""Rules about the shape of the code that no import contract can express."""

import ast
from pathlib import Path

import pytest

import app

ROOT = Path(app.__file__).parent
FILES = sorted(ROOT.rglob("*.py"))
LONGEST_FILE = 400
LONGEST_FUNCTION = 60
TASK_OWNERS = {"ui/tasks.py", "main.py"}
CATCH_ALL_OWNERS = {
    "ui/tasks.py",
    "services/signal.py",
    "services/keychain.py",  # backends raise what their libraries raise
    "bitrix/keeper.py",  # at the end of the program, what the place of keys raises is only told
    "sandbox/portal.py",
    "sandbox/delivery/courier.py",
}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imported(tree: ast.AST) -> set[str]:
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


PRESENTERS = [path for path in FILES if path.stem.endswith("presenter")]


@pytest.mark.parametrize("path", PRESENTERS, ids=name_of)
def test_a_presenter_imports_nothing_of_qt_but_qtcore(path):
    qt = {name for name in imported(parse(path)) if name.startswith("PySide6.")}

    assert {name for name in qt if not name.startswith("PySide6.QtCore")} == set()


def test_there_are_presenters_to_check():
    assert len(PRESENTERS) >= 3


def test_no_file_is_longer_than_the_limit():
    sizes = sorted((len(p.read_text("utf-8").splitlines()), name_of(p)) for p in FILES)
    print("longest files:", sizes[-5:])

    assert [row for row in sizes if row[0] > LONGEST_FILE] == []


def functions(path: Path):
    for node in ast.walk(parse(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield (node.end_lineno or node.lineno) - node.lineno + 1, f"{name_of(path)}:{node.name}"


def test_no_function_is_longer_than_the_limit():
    sizes = sorted(row for path in FILES for row in functions(path))
    print("longest functions:", sizes[-5:])

    assert [row for row in sizes if row[0] > LONGEST_FUNCTION] == []


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_every_module_says_what_it_is_for(path):
    assert ast.get_docstring(parse(path))


def calls(tree: ast.AST, names: set[str]) -> list[int]:
    """Lines that call one of these on anything but a task group, which awaits what it starts."""
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in names
        and ast.unparse(node.func.value) != "group"
    ]


def test_no_words_are_translated_inside_of_an_f_string():
    # lupdate does not look there: the words would stay English
    found = [
        f"{name_of(path)}:{call.lineno}"
        for path in FILES
        for node in ast.walk(parse(path))
        if isinstance(node, ast.JoinedStr)
        for call in ast.walk(node)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)
        if call.func.attr in ("tr", "translate")
    ]
    assert found == []


def test_only_the_owners_of_tasks_create_them():
    found = {
        name_of(path): calls(parse(path), {"create_task", "ensure_future"})
        for path in FILES
        if name_of(path) not in TASK_OWNERS
    }

    assert {k: v for k, v in found.items() if v} == {}


def is_catch_all(node: ast.AST) -> bool:
    """A handler of everything that ends the matter; one that cleans up and raises again is fine."""
    if not isinstance(node, ast.ExceptHandler) or isinstance(node.body[-1], ast.Raise):
        return False
    return node.type is None or (
        isinstance(node.type, ast.Name) and node.type.id in {"Exception", "BaseException"}
    )


def test_only_those_whose_work_must_go_on_catch_every_exception():
    found = {
        name_of(path): [n.lineno for n in ast.walk(parse(path)) if is_catch_all(n)]
        for path in FILES
        if name_of(path) not in CATCH_ALL_OWNERS
    }

    assert {k: v for k, v in found.items() if v} == {}
