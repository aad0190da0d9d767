#!/usr/bin/env python3
"""Starts the program where its record can't be written, can be read by others, or lies behind a link."""

import os
import shutil
import subprocess
import tempfile

from harness import *
from places_to_be import NOBODY, SmallDisk, can_be_nobody
from terminal import *

PLACE = ".mlreview"
RECORD = PLACE + "/record.sqlite"
OPENING = [f"roll {who} present" for who in MEMBERS] + ["open", "go 1"]


class Start:
    """A place to start at: what is made ready, as whom the program runs, and what becomes of it."""

    def __init__(self, name, run, needs=None):
        self.name, self.run, self.needs = name, run, needs


def hold(folder, binary, before=(), killed=False):
    """A meeting that was opened on the console, and left or killed with a log beside its record."""
    console = Console(binary, folder, before)
    for line in [*OPENING, "note earlier0x"]:
        console.ask(line)
    if killed:
        console.kill()
    else:
        console.end()


def give_to_nobody(folder):
    for base, folders, files in os.walk(folder.path):
        for name in ["", *folders, *files]:
            os.chown(os.path.join(base, name), 65534, 65534)


def modes(folder, of_folder, of_files):
    os.chmod(folder.at(PLACE), of_folder)
    for name in os.listdir(folder.at(PLACE)):
        os.chmod(folder.at(PLACE, name), of_files)


# --- No place -------------------------------------------------------------------------------------------------------


def without_place(ready, heal, parent=None, before=()):
    """A meeting is held, everything typed is kept, and it is recorded once there is a place."""

    def run(options, verdict, where):
        for by_command in (False, True):
            for on_screen in (True, False):
                way = f"{where}, {'screen' if on_screen else 'console'}, {'`:record`' if by_command else 'put right'}"
                with Folder(parent() if parent else None) as folder, Folder() as second:
                    if before:
                        os.chmod(folder.path, 0o755)
                        os.chmod(second.path, 0o777)
                    undo = ready(folder, options.binary)
                    repair = None if by_command else lambda: heal(folder)
                    hold_on = on_the_screen if on_screen else on_the_console
                    try:
                        hold_on(options.binary, folder, second, repair, before, verdict, way)
                        check(options.binary, folder if repair else second, before, verdict, way)
                    finally:
                        undo()

    return run


def on_the_screen(binary, folder, second, repair, before, verdict, where):
    with screen(binary, folder, before=before) as terminal:
        terminal.wait("Roll call or item 1", until=lambda: "Roll call" in terminal.text or "1 of 6" in terminal.text)
        if "Roll call" in terminal.text:
            terminal.press("p" * len(MEMBERS) + "\r")
            terminal.wait("1 of 6")
        for token in ("typed0x", "typed1x"):
            note(terminal, token)
        terminal.wait("NOT RECORDED")
        shown = terminal.text
        terminal.press("q")
        terminal.wait("a question", until=lambda: terminal.text != shown)
        terminal.follow(0.3, until=lambda: terminal.has_ended)
        if terminal.has_ended:
            return verdict.fault(where, f"left without a word, with {terminal.status}")
        if repair:
            repair()
        elif not type_command(terminal, f"record {second.path}"):
            return verdict.fault(where, f"`:record FOLDER` is refused\n{terminal.text}")
        terminal.wait("● recorded", limit=40, until=lambda: says_recorded(terminal))
        terminal.press("q")
        if not terminal.wait_end() or terminal.status != 0:
            verdict.fault(where, f"does not leave well: {terminal.state}\n{terminal.text}")


def on_the_console(binary, folder, second, repair, before, verdict, where):
    """The console refuses what it can't record, each line with the reason; the same lines are taken once there is room."""
    console = Console(binary, folder, before)
    lines = [*OPENING, "note typed0x", "note typed1x"]
    said = [line for text in lines for line in console.ask(text)[0]]
    if not any("refused: not recorded: " in line for line in said):
        verdict.fault(where, f"nothing is said of what is wrong: {said}")
    if repair:
        repair()
    else:
        console.ask(f"record {second.path}")
    again = [line for text in lines for line in console.ask(text)[0] if "not recorded" in line]
    if again:
        verdict.fault(where, f"there is room, and still: {again}")
    status = console.end()
    if status != 1:
        verdict.fault(where, f"lines were refused, and it exits with {status}")


def check(binary, folder, before, verdict, where):
    texts = " ".join(text for _, kind, text in folder.record.entries() if kind == "noted")
    for token in ("typed0x", "typed1x"):
        if texts.count(token) != 1:
            verdict.fault(where, f"{token} is {texts.count(token)} times in the record")
    status, output, errors = command(binary, folder, "console", DAY, before=before)
    if status != 0 or "item 1 of 6" not in output:
        verdict.fault(where, f"does not resume: {status}: {output}{errors}")


def filled(earlier=False, killed=False):
    def ready(folder, binary):
        if earlier:
            hold(folder, binary, killed=killed)
        fill(folder.at("filler"))
        return lambda: os.path.exists(folder.at("filler")) and os.remove(folder.at("filler"))

    return ready


def fill(path):
    with open(path, "wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            pass


# --- Who may read it ------------------------------------------------------------------------------------------------


def open_to_all(options, verdict, where):
    """What others could read is its owner's alone from the next start on, and that is said."""
    for on_screen in (True, False):
        with Folder() as folder:
            os.chmod(folder.path, 0o755)
            hold(folder, options.binary)
            modes(folder, 0o755, 0o644)
            can_read = lambda: subprocess.run([*NOBODY, "cat", folder.at(RECORD)], capture_output=True).returncode == 0
            if not can_read():
                verdict.fault(where, "another account could not read it to begin with")
            if on_screen:
                with screen(options.binary, folder) as terminal:
                    terminal.wait("other accounts could")
                    terminal.press("q")
                    terminal.wait_end()
            else:
                said = "".join(command(options.binary, folder, "console", DAY)[1:])
                if "other accounts could" not in said:
                    verdict.fault(where, f"the console does not say it: {said}")
            if can_read():
                verdict.fault(where, "another account still reads the record")
            for name in os.listdir(folder.at(PLACE)):
                if name != ".gitignore" and os.stat(folder.at(PLACE, name)).st_mode & 0o077:
                    verdict.fault(where, f"{name} is open to others")


def closed_by_owner(options, verdict, where):
    """What its owner may write again is made so, and said."""
    with Folder() as folder:
        give_to_nobody(folder)
        hold(folder, options.binary, NOBODY)
        modes(folder, 0o555, 0o444)
        status, output, errors = command(options.binary, folder, "console", DAY, before=NOBODY, text="note typed0x\n")
        if status != 0 or "mode 700" not in output + errors:
            verdict.fault(where, f"status {status}: {output}{errors}")
        if "typed0x" not in str(folder.record.entries()):
            verdict.fault(where, "what was typed is not in the record")


def of_another(mode, of_files, words):
    def run(options, verdict, where):
        with Folder() as folder:
            os.chmod(folder.path, 0o755)
            hold(folder, options.binary)
            modes(folder, mode, of_files)
            before = {name: os.stat(folder.at(PLACE, name)).st_mtime_ns for name in os.listdir(folder.at(PLACE))}
            status, output, errors = command(options.binary, folder, "console", DAY, before=NOBODY, text="note typed0x\n")
            if status != 1 or not any(word in output + errors for word in words):
                verdict.fault(where, f"console, status {status}: {output}{errors}")
            with screen(options.binary, folder, before=NOBODY) as terminal:
                terminal.wait("the first picture", until=lambda: "read-only" in terminal.text or terminal.has_ended)
                if not terminal.has_ended:
                    terminal.press("n")
                terminal.wait("the reason", until=lambda: any(word in spoken(terminal) for word in words))
            after = {name: os.stat(folder.at(PLACE, name)).st_mtime_ns for name in os.listdir(folder.at(PLACE))}
            if before != after:
                verdict.fault(where, "something in the folder was changed")

    return run


def spoken(terminal):
    """The text of the screen with its lines joined, since a terminal breaks them in words."""
    return terminal.text.replace("\n", "")


# --- Links ----------------------------------------------------------------------------------------------------------


def behind_a_link(name):
    def run(options, verdict, where):
        with Folder() as folder, tempfile.TemporaryDirectory() as elsewhere:
            hold(folder, options.binary, killed=True)
            target = os.path.join(elsewhere, "target")
            place = folder.at(name)
            if os.path.exists(place):
                shutil.move(place, target)
            else:
                write(target, b"somebody else's")
            os.symlink(target, place)
            was = contents(target)
            status, output, errors = command(options.binary, folder, "console", DAY, text="note typed0x\n")
            if status != 1 or "link" not in output + errors:
                verdict.fault(where, f"console, status {status}: {output}{errors}")
            with screen(options.binary, folder) as terminal:
                terminal.wait("a word on the link", until=lambda: "link" in terminal.text)
            if contents(target) != was:
                verdict.fault(where, "what the link leads to was changed")
            if not os.path.islink(place):
                verdict.fault(where, "the link itself is gone")

    return run


def write(path, data):
    with open(path, "wb") as file:
        file.write(data)


def contents(path):
    """Each file with what is in it and who may do what with it."""
    paths = [path] if os.path.isfile(path) else [os.path.join(path, name) for name in sorted(os.listdir(path))]
    found = []
    for path in [path, *paths]:
        data = b""
        if os.path.isfile(path):
            with open(path, "rb") as file:
                data = file.read()
        found.append((path, os.stat(path).st_mode, data))
    return found


# --- The disk -------------------------------------------------------------------------------------------------------


def brought_to_the_disk(options, verdict, where):
    """A folder that was just made is on the disk when the folder around it is."""
    with Folder() as folder:
        log = folder.at("calls")
        trace = ["strace", "-f", "-y", "-qq", "-o", log, "-e", "trace=mkdir,mkdirat,fsync"]
        command(options.binary, folder, "console", DAY, before=trace, text="roll priya present\n")
        with open(log, encoding="utf-8", errors="replace") as file:
            lines = file.read().splitlines()
    made = [index for index, line in enumerate(lines) if "mkdir" in line and f"{PLACE}\"" in line and "= 0" in line]
    kept = [index for index, line in enumerate(lines) if "fsync(" in line and f"<{folder.path}>" in line and "= 0" in line]
    if not made:
        verdict.fault(where, "the folder is not made")
    elif not any(index > made[0] for index in kept):
        verdict.fault(where, "the folder around it is not brought to the disk after that")


def starts(disk):
    account, small = "another account", "a small disk"
    parent = lambda: disk.path
    remove = lambda folder: os.remove(folder.at("filler"))
    nothing = lambda folder, binary: lambda: None
    return [
        Start("folder of another account", without_place(nothing, lambda f: os.chmod(f.path, 0o777), before=NOBODY), account),
        Start("full disk, no record", without_place(filled(), remove, parent), small),
        Start("full disk, closed record", without_place(filled(earlier=True), remove, parent), small),
        Start("full disk, record with its log", without_place(filled(earlier=True, killed=True), remove, parent), small),
        Start("open to all", open_to_all, account),
        Start("closed by its owner", closed_by_owner, account),
        Start("of another account, to be read", of_another(0o755, 0o644, ["only shown"]), account),
        Start("of another account, closed", of_another(0o700, 0o600, ["belongs to another account"]), account),
        *[Start(f"{name} is a link", behind_a_link(name)) for name in (PLACE, RECORD, RECORD + "-wal", f"{PLACE}/{DAY}.lock")],
        Start("folder brought to the disk", brought_to_the_disk, "strace"),
    ]  # fmt: skip


def main():
    options = arguments("Starts the program where its record can't lie, or should not.", 2)
    verdict = Verdict(options)
    disk = SmallDisk()
    here = {None, *(["a small disk"] if disk.is_there else []), *(["strace"] if shutil.which("strace") else [])}
    here |= {"another account"} if can_be_nobody(options.binary) else set()
    every = starts(disk)
    for start in every:
        if start.needs not in here:
            print(f"skipped: {start.name}: {start.needs} is not to be had here")
    every = [start for start in every if start.needs in here]
    options.random.shuffle(every)
    try:
        for number in range(options.count):
            start = every[number % len(every)]
            where = f"start {number + 1}, {start.name}"
            verdict.told(where)
            try:
                start.run(options, verdict, where)
            except (Never, OSError) as error:
                verdict.fault(where, f"{type(error).__name__}: {error}")
    finally:
        disk.close()
    verdict.close(f"starts: {options.count}")


if __name__ == "__main__":
    main()
