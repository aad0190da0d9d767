"""What the scripts have in common: a meeting folder, the program on a console, its record, a verdict."""

import argparse
import json
import os
import random
import re
import select
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

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
    """A meeting's folder in a temporary place, with copies of the repository's council, three agendas and their
    proposals, and without earlier meetings."""

    def __init__(self, parent=None):
        self.path = tempfile.mkdtemp(prefix="mlreview-fault-", dir=parent)
        source, copies = os.path.join(ROOT, "agendas"), os.path.join(self.path, "agendas")
        os.makedirs(os.path.join(copies, "proposals"))
        with open(os.path.join(source, "council.yaml"), encoding="utf-8") as file:
            council = [line for line in file if not line.startswith("minutes_folder:")]
        with open(os.path.join(copies, "council.yaml"), "w", encoding="utf-8") as file:
            file.writelines(council)
        for day in ("2026-11-11", "2026-11-18", DAY):
            with open(os.path.join(source, f"{day}.yaml"), encoding="utf-8") as agenda:
                proposals = re.findall(r"proposal: ([a-z0-9-]+)", agenda.read())
            for name in [f"{day}.yaml"] + [f"proposals/{id}.md" for id in proposals]:
                shutil.copy(os.path.join(source, name), os.path.join(copies, name))

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
        if kind == "opened":
            # The first item comes with the call to order.
            self.entered.append(("went", None))
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
