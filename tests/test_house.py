"""How the code is laid out, held by reading it: who imports whom, what is frozen, what is documented, what no file may hold."""

import ast
import re
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "repdiff"
MODULES = sorted(PACKAGE.rglob("*.py"))
LINES, ROOMS, FLOORS = 450, 22, 9
WRITTEN = {".py", ".css", ".js", ".jinja"}
NAME = re.compile(r"[\w.-]+")
TOP_LEVEL = {"pyproject.toml", "src", "seeds", "tests", "examples", "README.md", "LICENSE", "CHANGELOG.md"}

# Which rooms a room may import, itself apart: the ground floor first. What is not named here is not a room.
MAY_IMPORT = {
    "model": (),
    "languages": ("model",),
    "text": ("model", "languages"),
    "files": ("model", "languages"),
    "sources": ("model", "languages", "text", "files"),
    "quantities": ("model", "languages", "text"),
    "cut": ("model", "languages", "text", "quantities"),
    "pair": ("model", "languages", "text"),
    "duplicates": ("model", "languages", "text", "sources", "files"),
    "comparison": ("model", "text", "quantities", "cut", "pair"),
    "promises": ("model", "languages", "text", "quantities", "cut", "comparison"),
    # A track with results holds the targets of each version against the next one, as a check does.
    "timeline": ("model", "languages", "text", "quantities", "cut", "comparison", "promises"),
    "report": ("model", "languages", "text", "quantities", "cut"),
    "records": ("model", "cut", "report"),
    # A Word file of the reader's own, which changes are written into, is read by the reader of Word files.
    "renderers": ("model", "report", "records", "sources"),
    "__init__": ("model", "sources", "cut", "comparison", "promises", "timeline", "duplicates", "report", "renderers"),
}
# Programs of their own, run from the command line: they stand above the floors, as the commands do.
PROGRAMS = ("__main__.py", "cli/", "train/", "batch/", "desk/", "agents/")
# Which files may know a package that is heavy or that belongs to one place.
MAY_KNOW = {
    "typer": ("cli/",),
    "rich": ("cli/progress.py", "report/runs.py", "renderers/terminal/"),
    "jieba": ("text/lexicon.py",),
    "marisa_trie": ("text/lexicon.py",),
    "platformdirs": ("text/lexicon.py",),
    "numpy": ("pair/", "duplicates/", "languages/han.py", "train/"),
    "catboost": ("train/",),
    "scipy": ("train/",),
    "rapidfuzz": ("pair/",),
    "mcp": ("agents/",),
    "lxml": ("sources/docx", "sources/odt", "renderers/docx"),
    "openpyxl": ("sources/workbook.py",),
    "xlsxwriter": ("renderers/workbook.py",),
    "jinja2": ("renderers/html/", "desk/html.py"),
    "markupsafe": ("renderers/html/", "desk/html.py"),
    "pypdfium2": ("sources/pdf",),
    "duckdb": ("duplicates/", "renderers/parquet.py", "text/ignorable.py"),
    "orjson": ("duplicates/",),
    "pyarrow": ("duplicates/spark.py",),
    "pyspark": ("duplicates/spark.py",),
    "xxhash": ("duplicates/units.py", "duplicates/workers.py"),
    "zstandard": ("duplicates/inputs.py", "duplicates/annotate.py", "files/"),
}
# What repdiff --help and a plain comparison must not load: imported where it is used, inside a function.
INSIDE_FUNCTIONS = (
    "jieba",
    "marisa_trie",
    "jinja2",
    "lxml",
    "mcp",
    "pandas",
    "platformdirs",
    "polars",
    "openpyxl",
    "xlsxwriter",
    "duckdb",
    "orjson",
    "pyarrow",
    "pypdfium2",
    "pyspark",
    "xxhash",
    "zstandard",
)
CHANGERS = {"append", "extend", "insert", "add", "update", "setdefault", "pop", "popitem", "remove", "discard", "clear"}


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(nodes: Iterator[ast.AST] | list[ast.stmt]) -> Iterator[str]:
    """Dotted names of the modules that the statements import."""
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "repdiff":
            yield from (f"repdiff.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports are absolute, so that a reader sees the floor"
            yield node.module or ""


def rooms_imported(path: Path) -> set[str]:
    names = (name.split(".") for name in imported(ast.walk(tree(path))))
    return {parts[1] for parts in names if parts[0] == "repdiff" and len(parts) > 1}


@pytest.mark.parametrize("path", [p for p in MODULES if not name_of(p).startswith(PROGRAMS)], ids=name_of)
def test_imports_go_one_way(path: Path) -> None:
    room = name_of(path).split("/")[0].removesuffix(".py")
    assert room in MAY_IMPORT, f"say in MAY_IMPORT where the new room {room} stands"
    assert rooms_imported(path) <= {room, *MAY_IMPORT[room]}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_packages_stay_in_their_rooms(path: Path) -> None:
    known = {name.split(".")[0] for name in imported(ast.walk(tree(path)))}
    for package in known & set(MAY_KNOW):
        assert name_of(path).startswith(MAY_KNOW[package]), f"{package} is imported by {name_of(path)}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_heavy_packages_are_imported_inside_functions(path: Path) -> None:
    at_start = {name.split(".")[0] for name in imported(tree(path).body)}
    assert not at_start & set(INSIDE_FUNCTIONS)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_keeps_no_state(path: Path) -> None:
    """A list or set at the top of a module is a tuple or frozenset; a table is in capitals and nobody writes to it."""
    module = tree(path)
    for statement in module.body:
        if not isinstance(statement, ast.Assign | ast.AnnAssign):
            continue
        targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
        names = {target.id for target in targets if isinstance(target, ast.Name)}
        if names != {"__all__"}:
            assert not isinstance(statement.value, ast.List | ast.Set | ast.ListComp | ast.SetComp), names
            if isinstance(statement.value, ast.Dict | ast.DictComp):
                assert all(name.isupper() for name in names), names
    assert not [node.names for node in ast.walk(module) if isinstance(node, ast.Global)]
    assert not tables_written(module)


def tables_written(module: ast.Module) -> list[str]:
    """Places where a name in capitals is changed: `TABLE[key] = ...`, `del TABLE[key]`, `TABLE.update(...)`."""
    found = []
    for node in ast.walk(module):
        writes = isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store | ast.Del)
        changes = isinstance(node, ast.Attribute) and node.attr in CHANGERS
        if not isinstance(node, ast.Subscript | ast.Attribute) or not (writes or changes):
            continue
        if isinstance(node.value, ast.Name) and node.value.id.isupper():
            found.append(f"line {node.lineno}: {ast.unparse(node)}")
    return found


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_what_is_public_is_documented(path: Path) -> None:
    module = tree(path)
    assert ast.get_docstring(module) or not module.body, "the module"
    for node in module.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), node.name
            methods = node.body if isinstance(node, ast.ClassDef) else []
            for method in methods:
                if isinstance(method, ast.FunctionDef) and not method.name.startswith("_"):
                    assert ast.get_docstring(method), f"{node.name}.{method.name}"


@pytest.mark.parametrize("path", sorted((PACKAGE / "renderers").rglob("*.py")), ids=name_of)
def test_renderers_know_reports_not_results(path: Path) -> None:
    known = {name for name in imported(ast.walk(tree(path))) if name.startswith("repdiff.model.")}
    assert known <= {"repdiff.model.errors", "repdiff.model.version", "repdiff.model.view"}


# A catalogue of words is a list, not a program: a reader looks one entry up.
CATALOGUE = r"report/words/[a-z]{2}\.py"
PROSE = [path for path in MODULES if not re.fullmatch(CATALOGUE, name_of(path))]


@pytest.mark.parametrize("path", [*PROSE, *sorted((ROOT / "tests").glob("*.py"))], ids=lambda path: path.name)
def test_files_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LINES


def rooms() -> dict[str, set[str]]:
    """Each room with the rooms that it imports, itself and programs apart. The entry points and the front door are doors, not rooms."""
    programs = {each.strip("/") for each in PROGRAMS}  # a command starts one: they stand on one floor
    found: dict[str, set[str]] = {path.name: set() for path in PACKAGE.iterdir() if (path / "__init__.py").exists()}
    for path in MODULES:
        if (room := name_of(path).split("/")[0]) in found:
            found[room] |= rooms_imported(path) & found.keys() - {room, *programs}
    return found


def floors() -> list[set[str]]:
    """The rooms from the ground floor up: each stands on the floor above the highest room that it imports."""
    left, built = rooms(), [set[str]()]
    while left:
        below = set().union(*built)
        ready = {room for room, imports in left.items() if imports <= below}
        assert ready, f"these rooms import each other in a circle: {left}"
        built.append(ready)
        left = {room: imports for room, imports in left.items() if room not in ready}
    return built[1:]


def test_the_house_has_few_rooms_on_few_floors_and_no_circle() -> None:
    assert len(rooms()) <= ROOMS
    assert len(floors()) <= FLOORS, floors()


def test_no_room_is_above_a_fifth_of_the_house() -> None:
    """All that people write counts: code, catalogues of words, templates, styles and scripts; trained weights do not."""
    sizes: Counter[str] = Counter()
    for path in PACKAGE.rglob("*"):
        if path.suffix in WRITTEN:
            sizes[name_of(path).split("/")[0]] += len(path.read_text(encoding="utf-8").splitlines())
    (room, largest), *_ = sizes.most_common()
    assert largest <= sizes.total() / 5, f"{room}: {largest} of {sizes.total()} lines"


def test_nothing_stands_at_the_top_but_the_doors() -> None:
    tops = {path.name for path in PACKAGE.iterdir() if not path.is_dir()}
    assert tops == {"__init__.py", "__main__.py", "py.typed"}


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    """A package that comes only because another brings it goes when the other no longer does."""
    known = {name.split(".")[0] for path in MODULES for name in (*imported(ast.walk(tree(path))), *looked_into(path))}
    ours = {normal(name) for name in known - set(sys.stdlib_module_names) - {"repdiff"}}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = [
        line
        for extra in ("docx", "mcp", "pdf", "xlsx", "spark", "train")
        for line in project["optional-dependencies"][extra]
    ]
    core, more = ({normal(NAME.match(line)[0]) for line in lines} for lines in (project["dependencies"], extras))  # type: ignore[index]
    assert ours <= core | more, "imported, not declared"
    assert core <= ours, "declared for everybody, imported by nobody"


def looked_into(path: Path) -> Iterator[str]:
    """Packages whose data files a module reads without importing them: `find_spec("NAME")`."""
    for node in ast.walk(tree(path)):
        match node:
            case ast.Call(ast.Name("find_spec") | ast.Attribute(attr="find_spec"), [ast.Constant(str(name)), *_]):
                yield name


def normal(name: str) -> str:
    """The name of a package as registries compare it."""
    return name.lower().replace("_", "-")


def tracked() -> list[str]:
    """Paths of the repository's files; without git, as in an unpacked archive, there is nothing to say."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a clone: what belongs to the repository is unknown")
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    return [name for name in listing.stdout.decode().split("\0") if name and (ROOT / name).exists()]


def test_the_top_level_holds_only_what_it_may() -> None:
    tops = {name.split("/")[0] for name in tracked()}
    assert {top for top in tops if not top.startswith(".")} <= TOP_LEVEL


def test_no_file_names_a_machine_a_host_or_a_person() -> None:
    forbidden = {
        "a path of one machine": r"(?<![\w.])/(?:home|root|work|Users|opt|mnt)/\w",
        "a registry of one network": r"(?i)index-url|extra-index|\bpypi-\w+|artifactory|devpi|nexus\.",
        "an e-mail address": r"[\w.+-]+@(?!example\.)(?!z\.com)[\w-]+\.(?:com|org|net|cn|io|de)\b",
    }
    for name in tracked():
        if name.startswith("seeds/") or name.endswith((".png", ".npy")) or name == "tests/test_house.py":
            continue
        text = (ROOT / name).read_text(encoding="utf-8")
        for what, pattern in forbidden.items():
            found = re.search(pattern, text)
            assert not found, f"{name} holds {what}: {found and found[0]}"


def test_the_page_of_tricky_cases_names_files_that_are_there() -> None:
    folder = ROOT / "tests" / "cases"
    named = re.findall(r"\b[a-z]+/[a-z0-9-]+\b", (folder / "README.md").read_text(encoding="utf-8"))
    assert named
    assert [name for name in named if not (folder / f"{name}.txt").exists()] == []


def test_the_two_verbs_are_packages_and_the_floors_are_files() -> None:
    for verb in ("cut", "pair"):
        assert {"sections.py", "sentences.py"} <= {path.name for path in (PACKAGE / verb).iterdir()}
