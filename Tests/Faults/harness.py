"""What the scripts have in common: a meeting folder, the program on a console or a terminal, its record, a verdict."""

import argparse
import fcntl
import json
import os
import random
import re
import select
import shutil
import signal
import sqlite3
import struct
import subprocess
import sys
import tempfile
import termios
import time

from emulator import Emulator

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
DAY = "2026-11-25"
MEMBERS = "priya bo idris tomas mei anais wen zsofia jonas".split()
# What closing writes for every meeting.
FILES = ["minutes.md", "minutes.html", "summary.eml", "record.json"]
# Seconds after which a program that gives no answer is called hung. A busy machine may be slow.
PATIENCE = 20.0


class Never(Exception):
    """Something that was waited for did not come."""


def arguments(purpose, count, extra=lambda parser: None):
    """Reads the command line that all scripts share."""
    parser = argparse.ArgumentParser(description=purpose)
    parser.add_argument("--count", type=int, default=count, help="how many rounds (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=int(time.time()), help="repeats a run (default: the time)")
    parser.add_argument("--binary", default=os.path.join(ROOT, ".build/debug/mlreview"), help="the program to try")
    parser.add_argument("--verbose", action="store_true", help="tells each round")
    extra(parser)
    options = parser.parse_args()
    options.binary = os.path.abspath(options.binary)
    if not os.access(options.binary, os.X_OK):
        sys.exit(f"{options.binary} is not there: build it, or name another with --binary")
    options.random = random.Random(options.seed)
    return options


class Verdict:
    """Counts what was tried and gathers what did not hold."""

    def __init__(self, options):
        self.options, self.faults, self.kinds = options, 0, {}

    def fault(self, where, what):
        """Says at once what did not hold; the fiftieth and later ones are only counted."""
        self.faults += 1
        # Faults of a kind differ in their numbers, places and keys.
        kind = re.split(r" after b['\"]", what.splitlines()[0])[0]
        kind = re.sub(r"/\S*/", "", re.sub(r"\d+", "N", kind))[:100]
        self.kinds[kind] = self.kinds.get(kind, 0) + 1
        if self.faults < 50:
            shown = what if self.options.verbose else what.splitlines()[0]
            print(f"FAULT {where}: {shown}", flush=True)

    def told(self, *words):
        if self.options.verbose:
            print(*words, flush=True)

    def close(self, line):
        """Prints the closing line and ends the script, with 1 if anything did not hold."""
        if len(self.kinds) > 0 and self.faults > 3:
            for kind, count in sorted(self.kinds.items(), key=lambda pair: -pair[1]):
                print(f"{count:5} × {kind}")
        print(f"{line}, faults {self.faults} (seed {self.options.seed})")
        sys.exit(1 if self.faults else 0)


class Folder:
    """A meeting's folder in a temporary place, with copies of the repository's agendas."""

    def __init__(self, parent=None):
        self.path = tempfile.mkdtemp(prefix="mlreview-fault-", dir=parent)
        shutil.copytree(os.path.join(ROOT, "agendas"), os.path.join(self.path, "agendas"))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.path, ignore_errors=True)

    def at(self, *parts):
        return os.path.join(self.path, *parts)

    @property
    def record(self):
        return Record(self.at(".mlreview/record.sqlite"))

    def hidden(self):
        """Hidden files that lie among the minutes."""
        found = []
        for base, _, names in os.walk(self.at("minutes")):
            found += [os.path.join(base, name) for name in names if name.startswith(".")]
        return found


class Record:
    """The record as another program reads it: by Python's own SQLite."""

    def __init__(self, path):
        self.path = path

    def ask(self, query, *values):
        if not os.path.exists(self.path):
            return []
        database = sqlite3.connect(f"file:{self.path}?mode=rw", uri=True, timeout=10)
        try:
            return database.execute(query, values).fetchall()
        except sqlite3.OperationalError as error:
            if "no such table" in str(error):
                return []
            raise
        finally:
            database.close()

    def entries(self):
        """Number, kind and everything else as one text."""
        rows = self.ask(
            "SELECT number, kind, coalesce(item,''), coalesce(who,''), coalesce(word,''), coalesce(text,''),"
            " CASE kind WHEN 'docket' THEN '' ELSE coalesce(detail,'') END FROM entries WHERE meeting = ? ORDER BY number",
            DAY,
        )
        return [(row[0], row[1], " ".join(row[2:])) for row in rows]

    def draft(self):
        rows = self.ask("SELECT text FROM drafts WHERE meeting = ?", DAY)
        return rows[0][0] if rows else ""

    def is_sound(self):
        return self.ask("PRAGMA integrity_check") == [("ok",)]


class Ledger:
    """What was entered, and what of it the program said it has recorded."""

    def __init__(self):
        self.entered, self.acknowledged = [], []
        self.count = 0  # how many acts were ever acknowledged

    def enter(self, kind, token=None):
        self.entered.append((kind, token))
        return self.entered[-1]

    def acknowledge(self, act):
        # Going where the meeting is already is answered in the same words, and is no act.
        if act[0] != "went":
            self.acknowledged.append(act)
            self.count += 1

    def settle(self, entries):
        """From here on all that the record holds has to stay, whether or not it was acknowledged."""
        held = []
        for kind, token in set(self.entered):
            found = sum(1 for _, other, text in entries if other == kind and (not token or token in text))
            if token and found:
                held.append((kind, token))
            elif not token:
                held += [(kind, None)] * found
        self.entered, self.acknowledged = list(held), list(held)

    def faults(self, entries, complete=False):
        """What the record lacks or has twice.

        complete: whether everything entered has to be there, and not only what was acknowledged.
        """
        wrong, lost, doubled = [], 0, 0
        if [number for number, _, _ in entries] != list(range(1, len(entries) + 1)):
            wrong.append("entries are not numbered without gaps")
        due = self.entered if complete else self.acknowledged
        for kind, token in set(self.entered):
            if token:
                found = sum(1 for _, other, text in entries if other == kind and token in text)
                least, most = int((kind, token) in due), 1
            else:
                found = sum(1 for _, other, _ in entries if other == kind)
                least, most = due.count((kind, None)), self.entered.count((kind, None))
            what = f"{kind} {token or ''}".strip()
            if found < least:
                lost += least - found
                wrong.append(f"lost: {what}: {found} of {least} in the record")
            if found > most:
                doubled += found - most
                wrong.append(f"doubled: {what}: {found} in the record, {most} entered")
        return wrong, lost, doubled


def environment(folder, more=None):
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "LD_LIBRARY_PATH", "TMPDIR")}
    return kept | {
        "HOME": folder.path, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "SHELL": "/bin/sh",
        # At a crash Swift's runtime would read the symbols of a debug build for half a minute before it ends.
        "SWIFT_BACKTRACE": "enable=no", "EDITOR": "/bin/true", **(more or {}),
    }  # fmt: skip


class Console:
    """`mlreview console`, asked line by line."""

    def __init__(self, binary, folder, before=(), more=None, environment_more=None):
        self.errors = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            [*before, binary, "console", "--dir", folder.path, DAY, *(more or [])], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=self.errors, env=environment(folder, environment_more),
        )  # fmt: skip
        self.buffer, self.asked = b"", 0

    def send(self, line):
        try:
            self.process.stdin.write((line + "\n").encode())
            self.process.stdin.flush()
        except (BrokenPipeError, ValueError):
            pass

    def read_until(self, mark, patience=PATIENCE):
        """The lines up to one that holds the mark; all there are, and False, when the program ended before."""
        deadline = time.monotonic() + patience
        while mark.encode() not in self.buffer:
            left = deadline - time.monotonic()
            if left <= 0:
                raise Never(f"the console gave no answer in {patience:.0f} s")
            if select.select([self.process.stdout], [], [], left)[0]:
                data = os.read(self.process.stdout.fileno(), 1 << 16)
                if not data:
                    lines, self.buffer = self.buffer.decode(errors="replace").splitlines(), b""
                    return lines, False
                self.buffer += data
        head, _, rest = self.buffer.partition(mark.encode())
        self.buffer = rest.partition(b"\n")[2]
        return head.decode(errors="replace").splitlines()[:-1], True

    def ask(self, line, patience=PATIENCE):
        """The answer to a line, and whether it came to its end."""
        self.asked += 1
        mark = f"@@{self.asked}@"
        self.send(f"{line}\nfind {mark}")
        lines, whole = self.read_until(mark, patience)
        return lines, whole

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
        lines = self.rest()
        self.process.wait()
        return lines

    def rest(self):
        data = self.buffer
        while chunk := os.read(self.process.stdout.fileno(), 1 << 16):
            data += chunk
        self.buffer = b""
        return data.decode(errors="replace").splitlines()

    def end(self, patience=PATIENCE):
        """Lets it come to its end; its status."""
        try:
            self.process.stdin.close()
        except BrokenPipeError:
            pass
        try:
            return self.process.wait(patience)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise Never(f"the console did not end in {patience:.0f} s")

    def error_text(self):
        self.errors.seek(0)
        return self.errors.read().decode(errors="replace")


def command(binary, folder, *words, before=(), text="", patience=60):
    """Runs one command to its end: status, output, errors."""
    done = subprocess.run(
        [*before, binary, *words, "--dir", folder.path], input=text.encode(), capture_output=True, timeout=patience,
        env=environment(folder),
    )  # fmt: skip
    return done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")


def crashed(status):
    """Whether a status is that of a program that trapped."""
    traps = (signal.SIGILL, signal.SIGTRAP, signal.SIGSEGV, signal.SIGABRT, signal.SIGBUS, signal.SIGFPE)
    return status is not None and (-status in traps or status - 128 in traps)


class Terminal:
    """A program on a terminal of its own, in the foreground of a session that it does not lead, as under a shell."""

    def __init__(self, command, folder, columns=120, rows=40, environment_more=None):
        self.emulator = Emulator(columns, rows)
        self.size = (columns, rows)
        self.raw = bytearray()
        self.master, self.slave = os.openpty()
        self.resize_only(columns, rows)
        self.before = termios.tcgetattr(self.slave)
        self.events, writing = os.pipe()
        self.stay, leaving = os.pipe()
        self.leader = os.fork()
        if self.leader == 0:
            os.close(self.events)
            os.close(leaving)
            self.lead(command, environment(folder, environment_more), writing)
        os.close(writing)
        os.close(self.stay)
        self.stay = leaving
        self.pid, self.status, self.stopped = None, None, None
        self.pending = b""
        self.follow(PATIENCE, until=lambda: self.pid is not None)

    def lead(self, command, variables, writing):
        """Leads the session, and reports what becomes of the program, until nobody listens any more."""
        try:
            os.setsid()
            # Who reads this script's output waits for nobody else.
            nothing = os.open(os.devnull, os.O_RDWR)
            for descriptor in (0, 1, 2):
                os.dup2(nothing, descriptor)
            fcntl.ioctl(self.slave, termios.TIOCSCTTY, 0)
            for number in (signal.SIGTTOU, signal.SIGTTIN, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP):
                signal.signal(number, signal.SIG_IGN)
            child = os.fork()
            if child == 0:
                os.setpgid(0, 0)
                os.tcsetpgrp(self.slave, os.getpid())
                for number in range(1, signal.SIGRTMAX + 1):
                    if number not in (signal.SIGKILL, signal.SIGSTOP, 32, 33):
                        signal.signal(number, signal.SIG_DFL)
                for descriptor in (0, 1, 2):
                    os.dup2(self.slave, descriptor)
                os.closerange(3, 256)
                try:
                    os.execvpe(command[0], command, variables)
                finally:
                    os._exit(127)
            os.write(writing, f"pid {child}\n".encode())
            while True:
                _, status = os.waitpid(child, os.WUNTRACED | os.WCONTINUED)
                if os.WIFSTOPPED(status):
                    os.write(writing, f"stopped {os.WSTOPSIG(status)}\n".encode())
                elif os.WIFCONTINUED(status):
                    os.write(writing, b"continued 0\n")
                else:
                    os.write(writing, f"ended {os.waitstatus_to_exitcode(status)}\n".encode())
                    break
            os.read(self.stay, 1)
        finally:
            os._exit(0)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def follow(self, limit, until=lambda: False, quiet=None):
        """Reads what the program writes, until something is so, or all is quiet, or the time is over."""
        deadline = time.monotonic() + limit
        while not until():
            left = deadline - time.monotonic()
            if left <= 0:
                return False
            ready = select.select([self.master, self.events], [], [], left if quiet is None else min(left, quiet))[0]
            if not ready:
                if quiet is not None:
                    return False
                continue
            # Output first: what was written before the end counts.
            if self.master in ready:
                data = os.read(self.master, 1 << 16)
                self.raw += data
                self.emulator.feed(data)
            elif self.events in ready:
                data = os.read(self.events, 4096)
                if not data:
                    return until()
                self.pending += data
                *lines, self.pending = self.pending.split(b"\n")
                for line in lines:
                    word, number = line.split()
                    if word == b"pid":
                        self.pid = int(number)
                    elif word == b"stopped":
                        self.stopped = int(number)
                    elif word == b"continued":
                        self.stopped = None
                    else:
                        self.status = int(number)
        return True

    @property
    def has_ended(self):
        return self.status is not None

    @property
    def text(self):
        return self.emulator.text

    def press(self, keys):
        """Writes keys to the terminal, reading what comes back so that neither side waits for the other."""
        data = keys if isinstance(keys, bytes) else keys.encode()
        deadline = time.monotonic() + PATIENCE
        os.set_blocking(self.master, False)
        try:
            while data:
                try:
                    data = data[os.write(self.master, data[:4096]) :]
                except BlockingIOError:
                    if time.monotonic() > deadline:
                        raise Never(f"the program takes no keys for {PATIENCE:.0f} s")
                    self.follow(0.05, until=lambda: self.has_ended)
                if self.has_ended:
                    return
                self.follow(0)
        finally:
            os.set_blocking(self.master, True)

    def wait(self, what, limit=PATIENCE, until=None):
        """Waits until the screen shows a text, or until something is so."""
        check = until or (lambda: what in self.text)
        if not self.follow(limit, until=lambda: check() or self.has_ended) or not check():
            raise Never(f"waited in vain for {what!r} ({self.state})\n{self.text}")

    @property
    def state(self):
        return f"ended with {self.status}" if self.has_ended else "stopped" if self.stopped else "running"

    def wait_end(self, limit=PATIENCE):
        return self.follow(limit, until=lambda: self.has_ended)

    def settle(self, quiet=0.05, limit=2.0):
        """Reads until nothing comes for a moment."""
        self.follow(limit, until=lambda: self.has_ended, quiet=quiet)

    def signal(self, number):
        os.kill(self.pid, number)

    def resize_only(self, columns, rows):
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def resize(self, columns, rows):
        self.size = (columns, rows)
        self.emulator.resize(columns, rows)
        self.resize_only(columns, rows)

    def left_behind(self):
        """What of the terminal is not as it was found; empty if it was given back."""
        wrong = []
        after = termios.tcgetattr(self.slave)
        if after != self.before:
            names = ["input", "output", "control", "local", "ispeed", "ospeed", "characters"]
            wrong.append("modes differ: " + ", ".join(n for n, a, b in zip(names, self.before, after) if a != b))
        modes = self.emulator.modes
        if 1049 in modes or 47 in modes or 1047 in modes:
            wrong.append("the alternate screen is still shown")
        if 25 not in modes:
            wrong.append("the cursor is hidden")
        if 2004 in modes:
            wrong.append("bracketed paste is on")
        if modes & {9, 1000, 1001, 1002, 1003, 1005, 1006, 1015}:
            wrong.append("the mouse is on")
        if self.emulator.keypad or 1 in modes:
            wrong.append("the keypad sends application codes")
        return wrong

    def kill(self):
        if not self.has_ended and self.pid:
            try:
                # With all that it started: a tracer would leave behind what it traces.
                os.killpg(self.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
            self.wait_end()

    def close(self):
        self.kill()
        for descriptor in (self.stay, self.events, self.master, self.slave):
            try:
                os.close(descriptor)
            except OSError:
                pass
        try:
            os.waitpid(self.leader, 0)
        except ChildProcessError:
            pass


def screen(binary, folder, *more, columns=120, rows=40, before=(), environment_more=None):
    """`mlreview run` on a terminal."""
    words = [*before, binary, "run", "--dir", folder.path, *(more or [DAY])]
    return Terminal(words, folder, columns, rows, environment_more)


def says_recorded(terminal):
    """Whether the screen claims that everything is on the disk."""
    header = terminal.text.partition("\n")[0]
    return "● recorded" in header or "● closed" in header


def says_writing(terminal):
    """Whether the screen says that the disk has not answered yet."""
    return "○ writing" in terminal.text.partition("\n")[0]


def note(terminal, text):
    """Takes a note as a person does; returns when the screen shows it among the notes, recorded or not."""
    terminal.press("n")
    terminal.wait("Enter record")
    terminal.press(text)
    terminal.wait(text)
    terminal.press("\r")
    terminal.wait("the note taken", until=lambda: "Enter record" not in terminal.text and text in terminal.text)


def type_command(terminal, line):
    """Runs a `:` line; returns whether it was taken. A refused one stays on the screen, and is left here."""
    terminal.press(":")
    terminal.wait("Enter run")
    terminal.press(line)
    terminal.wait(":" + line[-40:], until=lambda: line[-40:] in terminal.text)
    terminal.press("\r")
    if terminal.follow(2, until=lambda: "Enter run" not in terminal.text or terminal.has_ended):
        return True
    escape(terminal)
    return False


def escape(terminal):
    """Escape alone: what follows at once would be taken for Alt with a key."""
    terminal.press("\x1b")
    terminal.settle(0.15)


def check_whole(path):
    """Why a file of the minutes is not whole; nothing where it is."""
    with open(path, encoding="utf-8", errors="replace") as file:
        text = file.read()
    is_whole = bool(text.strip())
    end = path.rpartition(".")[2]
    if end == "html":
        is_whole = "</html>" in text
    elif end == "eml":
        boundary = re.search(r'boundary="?([^"\s;]+)', text)
        is_whole = not boundary or f"--{boundary[1]}--" in text
    elif end == "json":
        try:
            json.loads(text)
        except ValueError:
            is_whole = False
    return None if is_whole else f"{os.path.basename(path)} is cut off: {len(text)} characters, ends with {text[-30:]!r}"


def check_minutes(folder, base="minutes"):
    """What is cut off among the minutes."""
    found = []
    for place, _, names in os.walk(folder.at(base)):
        found += [check_whole(os.path.join(place, name)) for name in names if not name.startswith(".")]
    return [what for what in found if what]


def missing_minutes(folder):
    """What closing writes, and is not there."""
    return [name for name in FILES if not os.path.isfile(folder.at("minutes", DAY, name))]


def copy_of(folder):
    """Another folder with the same in it."""
    copy = Folder()
    shutil.rmtree(copy.path)
    shutil.copytree(folder.path, copy.path, symlinks=True)
    return copy


def hold_until_open(terminal, item=1):
    """From the roll call to an open meeting at its first item."""
    terminal.wait("Roll call")
    terminal.press("p" * len(MEMBERS))
    terminal.press("\r")
    terminal.wait(f"{item} of 6")
    terminal.wait("● recorded")
