#!/usr/bin/env python3
"""Takes the record away under a running meeting, in every way that a disk and its owners know."""

import os
import shutil
import sqlite3
import tempfile
import time

from harness import *
from places_to_be import NOBODY, SmallDisk, can_be_nobody
from terminal import *

# Two seconds are promised. One more is for the drawing; a machine with more to do than it has cores for gets longer.
NOTICED = 3.0 if os.getloadavg()[0] < (os.cpu_count() or 1) else 6.0
RECOVERED = 40.0


class Damage:
    """One way to lose the record, and how it comes back where it can."""

    def __init__(self, name, harm, heal=None, needs=None):
        self.name, self.harm, self.heal, self.needs = name, harm, heal, needs


class Scene:
    """What the damages work on: a folder, its record, and a copy from before."""

    def __init__(self, folder, aside):
        self.folder, self.aside = folder, aside
        self.home = folder.at(".mlreview")
        self.main = folder.at(".mlreview/record.sqlite")
        self.older = os.path.join(aside, "older.sqlite")
        self.backup = os.path.join(aside, "backup")
        self.filler = folder.at("filler")

    def keep_older(self):
        """A whole copy as it stands now, for later."""
        source, target = sqlite3.connect(self.main), sqlite3.connect(self.older)
        source.backup(target)
        source.close()
        target.close()

    def keep_backup(self):
        # The search index is no part of the record, and its files come and go.
        shutil.copytree(self.home, self.backup, ignore=shutil.ignore_patterns("search.sqlite*"))

    def put_backup_back(self):
        """The folder as it was before the harm, at its place."""
        copy = os.path.join(self.aside, "copy")
        shutil.copytree(self.backup, copy)
        if os.path.exists(self.home):
            os.rename(self.home, os.path.join(self.aside, "harmed"))
        os.rename(copy, self.home)

    def other(self):
        """The record of another meeting."""
        path = os.path.join(self.aside, "other.sqlite")
        source, target = sqlite3.connect(self.older), sqlite3.connect(path)
        source.backup(target)
        target.execute("DROP TRIGGER entries_are_not_changed")
        target.execute("UPDATE entries SET meeting = '2026-11-18'")
        target.commit()
        source.close()
        target.close()
        return path

    def remove(self, *names):
        for name in names or os.listdir(self.home):
            path = os.path.join(self.home, name)
            if os.path.exists(path):
                os.remove(path)
        if not names:
            os.rmdir(self.home)

    def move_away(self, name=""):
        os.rename(os.path.join(self.home, name).rstrip("/"), os.path.join(self.aside, "away"))

    def move_back(self, name=""):
        place = os.path.join(self.home, name).rstrip("/")
        # What the program may have made there meanwhile is put aside, as a person would.
        if os.path.exists(place):
            os.rename(place, os.path.join(self.aside, "in-the-way"))
        os.makedirs(os.path.dirname(place), exist_ok=True)
        os.rename(os.path.join(self.aside, "away"), place)

    def overwrite(self, data, renaming=False):
        if renaming:
            path = os.path.join(self.aside, "new")
            with open(path, "wb") as file:
                file.write(data)
            os.rename(path, self.main)
        else:
            with open(self.main, "r+b") as file:
                file.write(data)
                file.truncate()

    def zeros(self):
        return bytes(os.path.getsize(self.main))

    def modes(self, folder, files):
        os.chmod(self.home, folder)
        for name in os.listdir(self.home):
            os.chmod(os.path.join(self.home, name), files)

    def fill(self):
        with open(self.filler, "wb", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(4096))
            except OSError:
                pass

    def truth(self):
        """The entries that somebody else would find in the record now; looks at a copy, so as to change nothing."""
        with tempfile.TemporaryDirectory() as place:
            for end in ("", "-wal"):
                if os.path.exists(self.main + end):
                    shutil.copy(self.main + end, os.path.join(place, "record.sqlite" + end))
            try:
                return Record(os.path.join(place, "record.sqlite")).entries()
            except sqlite3.Error:
                return []


def read(path):
    with open(path, "rb") as file:
        return file.read()


def put_back(scene):
    scene.put_backup_back()


DAMAGES = [
    Damage("folder deleted", lambda s: s.remove(), put_back),
    Damage("folder moved", lambda s: s.move_away(), lambda s: s.move_back()),
    Damage("record deleted", lambda s: s.remove("record.sqlite"), put_back),
    Damage("record moved", lambda s: s.move_away("record.sqlite"), lambda s: s.move_back("record.sqlite")),
    Damage("all three deleted", lambda s: s.remove("record.sqlite", "record.sqlite-wal", "record.sqlite-shm"), put_back),
    Damage("wal deleted", lambda s: s.remove("record.sqlite-wal"), put_back),
    Damage("wal moved", lambda s: s.move_away("record.sqlite-wal"), lambda s: s.move_back("record.sqlite-wal")),
    Damage("shm deleted", lambda s: s.remove("record.sqlite-shm"), put_back),
    Damage("cut to nothing", lambda s: os.truncate(s.main, 0), put_back),
    Damage("cut to a page", lambda s: os.truncate(s.main, 4096), put_back),
    Damage("cut in the middle", lambda s: os.truncate(s.main, os.path.getsize(s.main) // 2 + 7), put_back),
    Damage("wal cut", lambda s: os.truncate(s.main + "-wal", 0), put_back),
    Damage("zeros written over", lambda s: s.overwrite(s.zeros()), put_back),
    Damage("zeros in its place", lambda s: s.overwrite(s.zeros(), renaming=True), put_back),
    Damage("another record written over", lambda s: s.overwrite(read(s.other())), put_back),
    Damage("another record in its place", lambda s: s.overwrite(read(s.other()), renaming=True), put_back),
    Damage("older state written over", lambda s: s.overwrite(read(s.older)), put_back),
    Damage("older state in its place", lambda s: s.overwrite(read(s.older), renaming=True), put_back),
    Damage("made unwritable", lambda s: s.modes(0o555, 0o444), lambda s: s.modes(0o755, 0o644), "another account"),
    Damage("unwritable at the start", lambda s: None, lambda s: s.modes(0o755, 0o644), "another account"),
    Damage("disk full", lambda s: s.fill(), lambda s: os.remove(s.filler), "a small disk"),
]


def round_of(number, damage, options, verdict, disk):
    """One meeting that loses its record."""
    chance = options.random
    idle, asks_to_leave = chance.random() < 0.5, chance.random() < 0.4
    by_command = chance.random() < 0.4
    where = f"round {number}, {damage.name}, {'idle' if idle else 'typing'}, {'`:record`' if by_command else 'put back'}"
    verdict.told(where)
    ledger = Ledger()
    as_nobody = damage.needs == "another account"
    with Folder(disk.path if damage.needs == "a small disk" else None) as folder, Folder() as second, \
            tempfile.TemporaryDirectory(prefix="mlreview-aside-", dir=folder.path) as aside:  # fmt: skip
        if as_nobody:
            for base, folders, files in os.walk(folder.path):
                for name in ["", *folders, *files]:
                    os.chown(os.path.join(base, name), 65534, 65534)
            os.chmod(second.path, 0o777)
        before = NOBODY if as_nobody else ()
        scene = Scene(folder, aside)
        try:
            if damage.name == "unwritable at the start":
                console = Console(options.binary, folder, before)
                for who in MEMBERS:
                    console.ask(f"roll {who} present")
                console.ask("open")
                console.ask("go 1")
                console.end()
                scene.modes(0o555, 0o444)
            with screen(options.binary, folder, before=before) as terminal:
                run_round(terminal, scene, second, ledger, damage, idle, asks_to_leave, by_command, where, verdict)
            return ledger
        except (Never, OSError, sqlite3.Error) as error:
            verdict.fault(where, f"{type(error).__name__}: {error}")
            return ledger


def take(terminal, ledger, token):
    act = ledger.enter("noted", token)
    note(terminal, token)
    return act


def run_round(terminal, scene, second, ledger, damage, idle, asks_to_leave, by_command, where, verdict):
    if damage.name == "unwritable at the start":
        terminal.wait("1 of 6")
    else:
        hold_until_open(terminal)
        for index in range(2):
            act = take(terminal, ledger, f"before{index}x")
            terminal.wait("● recorded")
            ledger.acknowledge(act)
            if index == 0:
                scene.keep_older()
        scene.keep_backup()
    old_lines = set(terminal.text.splitlines())
    acknowledged = set(ledger.acknowledged)

    def is_false():
        """Says that all is recorded, and somebody else would not find it."""
        return says_recorded(terminal) and any(
            not any(token in text for _, kind, text in scene.truth() if kind == "noted") for _, token in acknowledged
        )

    damage.harm(scene)
    if idle:
        if not terminal.follow(NOTICED, until=lambda: terminal.has_ended or not is_false()):
            verdict.fault(where, "nothing was typed, and the header goes on saying recorded")
    since = [take(terminal, ledger, "since0x")]
    acknowledged |= set(since)
    deadline = time.monotonic() + 3
    while (says_writing(terminal) or is_false()) and time.monotonic() < deadline:
        terminal.follow(0.1)
    if is_false():
        verdict.fault(where, "after an act the header says recorded, and the record has it not")
    was_told = not says_recorded(terminal)
    if was_told:
        terminal.settle(0.2)
        told = [line for line in terminal.text.splitlines()[1:] if line not in old_lines]
        if not any(word in line for line in told for word in ("record", "write", "disk", "folder")):
            verdict.fault(where, f"not recorded, and no banner says what to do:\n{terminal.text}")
    else:
        ledger.acknowledge(since[0])
    for index in (1, 2):
        since.append(take(terminal, ledger, f"since{index}x"))
    if asks_to_leave and was_told:
        shown = terminal.text.partition("\n")[2]
        terminal.press("q")
        terminal.follow(8, until=lambda: terminal.has_ended or terminal.text.partition("\n")[2] != shown)
        terminal.follow(0.5, until=lambda: terminal.has_ended)
        if terminal.has_ended:
            # The disk may have had room again, as when the search index is put away.
            noted = "\n".join(text for _, kind, text in scene.truth() if kind == "noted")
            if any(token not in noted for _, token in [*acknowledged, *since]):
                verdict.fault(where, f"left without a word, status {terminal.status}, with acts that are not recorded")
            return
        escape(terminal)
    record = Record(scene.main)
    if by_command or not damage.heal:
        if not type_command(terminal, f"record {second.path}"):
            verdict.fault(where, "`:record FOLDER` was refused")
            return
        record = second.record
    else:
        damage.heal(scene)
    if not terminal.follow(RECOVERED, until=lambda: terminal.has_ended or says_recorded(terminal)):
        verdict.fault(where, f"there is a place again, and the header does not come to say recorded\n{terminal.text}")
        return
    act = take(terminal, ledger, "after0x")
    terminal.wait("recorded again", until=lambda: says_recorded(terminal))
    terminal.press("q")
    if not terminal.wait_end():
        verdict.fault(where, f"does not leave once all is recorded\n{terminal.text}")
        return
    if terminal.status != 0:
        verdict.fault(where, f"left with status {terminal.status}")
    check(record, second if record.path.startswith(second.path) else scene.folder, ledger, where, verdict)


def check(record, folder, ledger, where, verdict):
    """Everything entered is there, once."""
    if not os.path.exists(record.path):
        verdict.fault(where, "there is no record")
        verdict.lost += len(ledger.entered)
        return
    wrong, lost, doubled = ledger.faults(record.entries(), complete=True)
    verdict.lost += lost
    verdict.doubled += doubled
    for what in wrong:
        verdict.fault(where, what)
    if not record.is_sound():
        verdict.fault(where, "the record is not sound")
    status, output, errors = command(verdict.options.binary, folder, "console", DAY)
    if status != 0 or "item 1 of 6" not in output:
        verdict.fault(where, f"the meeting does not resume: status {status}: {errors.strip() or output.strip()}")


def main():
    options = arguments("Takes the record away under a running meeting.", 4)
    verdict = Verdict(options)
    verdict.lost = verdict.doubled = 0
    disk = SmallDisk()
    here = {None, *(["a small disk"] if disk.is_there else [])}
    here |= {"another account"} if can_be_nobody(options.binary) else set()
    for damage in DAMAGES:
        if damage.needs not in here:
            print(f"skipped: {damage.name}: {damage.needs} is not to be had here")
    damages = [damage for damage in DAMAGES if damage.needs in here]
    options.random.shuffle(damages)
    entered = 0
    try:
        for number in range(options.count):
            ledger = round_of(number + 1, damages[number % len(damages)], options, verdict, disk)
            entered += len(ledger.entered)
    finally:
        disk.close()
    verdict.close(
        f"records taken away: {options.count}, acts entered {entered:,}, lost {verdict.lost}, doubled {verdict.doubled}"
    )


if __name__ == "__main__":
    main()
