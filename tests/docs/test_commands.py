"""Every command of the documentation: its options exist, and in a line of its own it is run."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import click
import pytest

from hallgen.cli.main import commands
from tests.conftest import ROOT
from tests.docs.commands import Said, blocks, fair, lay, mentioned, pages

#: Commands that go on until they are stopped, once they have said where they are.
ENDLESS = (["serve"], ["preview"], ["plan", "edit"])
#: Commands that need what a test has not: another host.
ELSEWHERE = re.compile(r"\w+://|\s/\w")

RUN = [said for said in blocks() if said.line.startswith("hallgen ")]


def test_there_are_commands() -> None:
    assert len(RUN) > 25
    assert {"README.md", "docs/first-fair.md", "docs/zh/organisers.md"} <= {s.page for s in RUN}
    assert len(mentioned()) > 20


@pytest.mark.parametrize("said", list(dict.fromkeys((*RUN, *mentioned()))), ids=str)
def test_its_options_exist(said: Said) -> None:
    name, *arguments = said.words[1:]
    command = commands.commands.get(name)
    assert command is not None, f"there is no command {name}"
    context = click.Context(command, info_name=name, resilient_parsing=True)
    while isinstance(command, click.Group) and arguments and arguments[0] in command.commands:
        command = command.commands[arguments.pop(0)]
    arguments = [one for one in arguments if one not in {"...", "…"}]
    if arguments and arguments[-1].startswith("--"):
        arguments.append("1")  # an option that is named without its value
    try:
        command.make_parser(context).parse_args(arguments)
    except click.BadOptionUsage as wrong:
        if "does not take a value" not in str(wrong):
            raise


@pytest.mark.parametrize("said", [s for s in blocks() if s not in RUN], ids=str)
def test_what_is_no_command_of_ours_is_there(said: Said) -> None:
    program, *words = said.words
    if program == "make":
        targets = re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
        assert {word for word in words if "=" not in word} <= set(targets)
    elif program == "python":
        assert words[0] == "-m"
        assert find_spec(words[1]) is not None
    elif program == "pip":
        folders = [word for word in words if word.startswith("./")]
        assert all((ROOT / folder / "pyproject.toml").is_file() for folder in folders)
    else:
        pytest.fail(f"nobody looks after {said}")


def test_a_page_of_python_compiles() -> None:
    found = 0
    for page, text in pages().items():
        for block in re.findall(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
            compile(block, page, "exec")
            found += 1
    assert found >= 3


@pytest.fixture(scope="module")
def site(built: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site, for commands that look at one."""
    folder = tmp_path_factory.mktemp("small") / "small-site-of-the-docs"
    fair(folder)
    return built(folder)


@pytest.mark.slow
@pytest.mark.parametrize("said", RUN, ids=str)
def test_it_is_run(said: Said, site: Path, tmp_path: Path) -> None:
    if ELSEWHERE.search(said.line):
        pytest.skip("it needs another host")
    lay(tmp_path, said, site)
    if "examples/" in said.line:
        small = Path("examples") / "list-and-drawing"
        shutil.copytree(ROOT / small, tmp_path / small, dirs_exist_ok=True)
    # Browsers are not opened; what is baked is kept as it is for a user.
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "BROWSER": "true"}
    command = [sys.executable, "-m", *said.words]
    if any(said.words[1 : 1 + len(name)] == name for name in ENDLESS):
        assert "Traceback" not in started(command, tmp_path, environment)
        return
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, input="y\n"
    )
    # Faults of the small fair are no fault of the command.
    assert done.returncode in (0, 1), done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def started(command: list[str], desk: Path, environment: dict[str, str]) -> str:
    """What a command that goes on says of faults, until it is ended: once it told its address."""
    said: list[str] = []
    with subprocess.Popen(
        [*command, "--port", "0"],
        cwd=desk,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        drain = threading.Thread(target=lambda: said.extend(process.stderr or ()), daemon=True)
        drain.start()
        try:
            assert process.stdout is not None
            line = next((line for line in process.stdout if "http://127.0.0.1" in line), "")
            assert line, said
        finally:
            process.terminate()  # Ctrl+C is not heard by what a shell runs in the background
            process.wait(timeout=120)
            drain.join(timeout=5)
    assert process.returncode in (0, 128 + signal.SIGTERM), said
    return "".join(said)
