#!/usr/bin/env python3
"""Damages the record of a meeting that is not running, and asks the program for it: it must say what is wrong and where."""

import hashlib
import os
import re
import shutil
import sqlite3
import struct
import subprocess

from harness import *

ENTRIES = 60
COMMANDS = ["console", "minutes", "verify"]
# What a person can't act on: the insides of the program or of its libraries.
RAW = re.compile(r"Fatal error|Optional\(|Error Domain|DecodingError|DatabaseError|NSError|codingPath|SIG[A-Z]+ ")


class Damage:
    """One way to damage a record: what it does, and what the program must say of it."""

    def __init__(self, name, harm, says=None, only=None):
        self.name, self.harm, self.says = name, harm, says
        # The one command that reads the damaged place; the others go on as if nothing had happened.
        self.only = only
        # What is sealed is what was recorded, however odd it is.
        self.is_sealed = name.endswith("sealed")


class Scene:
    """A record to damage, and the place of the damage."""

    def __init__(self, path, chance):
        self.path, self.chance = path, chance
        self.entry = chance.randrange(2, ENTRIES)
        self.told = ""

    def change(self, *statements, values=()):
        """Runs statements on the record, without the triggers that guard its entries."""
        database = sqlite3.connect(self.path)
        for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            database.execute(statement, values)
        database.commit()
        return database

    def bytes(self):
        with open(self.path, "rb") as file:
            return bytearray(file.read())

    def put(self, data):
        with open(self.path, "wb") as file:
            file.write(data)


# --- Damages --------------------------------------------------------------------------------------------------------


def cut(scene):
    data = scene.bytes()
    place = scene.chance.randrange(len(data))
    scene.told = f"cut at byte {place} of {len(data)}"
    scene.put(data[:place])


def flip(scene):
    data = scene.bytes()
    place = scene.chance.randrange(len(data))
    change = scene.chance.randrange(1, 256)
    data[place] ^= change
    scene.told = f"byte {place} of {len(data)} xor {change}"
    scene.put(data)


def flip_in_header(scene):
    data = scene.bytes()
    place = scene.chance.randrange(100)
    change = scene.chance.randrange(1, 256)
    data[place] ^= change
    scene.told = f"byte {place} of the header xor {change}"
    scene.put(data)


def flip_among_entries(scene):
    """A byte of a page of entries: of its head, or of a row, by which SQLite may lose its way to the rows behind."""
    data = scene.bytes()
    names = [match.start() for match in re.finditer(DAY.encode() + rb"[\x01-\x3c]", data)]
    name = scene.chance.choice(names)
    place = scene.chance.choice([name // 4096 * 4096 + scene.chance.randrange(60), name + scene.chance.randrange(-25, 15)])
    change = scene.chance.randrange(1, 256)
    data[place] ^= change
    scene.told = f"byte {place} of {len(data)} xor {change}"
    scene.put(data)


def newer_schema(scene):
    scene.change("INSERT INTO grdb_migrations VALUES ('999: something new')").close()


def newer_user_version(scene):
    scene.change(f"PRAGMA user_version = {scene.chance.randrange(1, 1000)}").close()


def hole(scene):
    scene.change(f"DELETE FROM entries WHERE number = {scene.entry}").close()


def double(scene):
    """Two entries of one number, in a table that lets them in."""
    scene.change(
        "CREATE TABLE copies AS SELECT * FROM entries",
        f"INSERT INTO copies SELECT * FROM entries WHERE number = {scene.entry}",
        "DROP TABLE entries",
        "ALTER TABLE copies RENAME TO entries",
    ).close()


def unknown_kind(scene):
    scene.change(f"UPDATE entries SET kind = 'levitated' WHERE number = {scene.entry}").close()


def unknown_kind_sealed(scene):
    """As a newer version would write it: the chain holds."""
    seal(scene.change(f"UPDATE entries SET kind = 'levitated' WHERE number = {scene.entry}"))


def newer_payload(scene):
    scene.change(f"UPDATE entries SET version = 99 WHERE number = {scene.entry}").close()


def newer_payload_sealed(scene):
    seal(scene.change(f"UPDATE entries SET version = 99 WHERE number = {scene.entry}"))


def odd_value_sealed(scene):
    """A value of another type or shape than any version writes, in a chain that holds."""
    column, value = scene.chance.choice(
        [("who", 7), ("who", b"\xff"), ("who", ""), ("word", "sideways"), ("item", b"\xff\xfe"), ("ordinal", -1),
         ("ordinal", 2**63 - 1), ("ordinal", 0.5), ("ordinal", None), ("detail", "{"), ("detail", "[]"), ("at", "yesterday"),
         ("at", 2**63 - 1), ("at", -(2**63)), ("at", 1e300), ("text", b"\xff"), ("text", None), ("kind", 3), ("author", ""),
         ("author", b"\xff"), ("request", b"\x00"), ("version", 0), ("version", -(2**63)), ("version", "x")])  # fmt: skip
    # A list of meetings looks at the last entry.
    scene.entry = scene.chance.choice([1, scene.entry, ENTRIES])
    scene.told = f"{column} of entry {scene.entry} is {value!r}"
    seal(scene.change(f"UPDATE entries SET {column} = ? WHERE number = {scene.entry}", values=(value,)))


def odd_name(scene):
    """A meeting that can't be found by its name."""
    name = scene.chance.choice(["x'FF'", "CAST(x'FF' AS TEXT)", "CAST(x'390030' AS TEXT)"])
    scene.told = f"a meeting {name}"
    scene.change(f"INSERT INTO entries (meeting, number, at, kind) VALUES ({name}, 1, 0, 'opened')").close()


def nothing_in(table, columns, row):
    """Puts in a row in which a value is missing that is always there."""

    def harm(scene):
        place = scene.chance.randrange(1, len(row))
        values = [None if other == place else value for other, value in enumerate(row)]
        scene.told = f"no {columns.split(', ')[place]}"
        database = scene.change(f"CREATE TABLE loose AS SELECT * FROM {table}", f"DROP TABLE {table}",
                                f"ALTER TABLE loose RENAME TO {table}")  # fmt: skip
        database.execute(f"INSERT INTO {table} ({columns}) VALUES ({', '.join('?' * len(row))})", values)
        database.commit()
        database.close()

    return harm


def seal(database):
    """Makes the chain anew from what the entries hold; see Sources/Ledger/SealedEntry.swift."""

    def packed(values):
        parts = b""
        for value in values:
            if value is None:
                parts += b"\x00"
            elif isinstance(value, int):
                parts += b"\x01" + struct.pack(">q", value)
            elif isinstance(value, str):
                parts += b"\x02" + struct.pack(">Q", len(value.encode())) + value.encode()
            elif isinstance(value, float):
                parts += b"\x04" + struct.pack(">d", value)
            else:
                parts += b"\x03" + struct.pack(">Q", len(value)) + value
        return parts

    rows = database.execute(
        "SELECT meeting, number, at, author, request, kind, version, item, ordinal, who, word, text, detail, salt"
        " FROM entries ORDER BY number"
    ).fetchall()
    previous = None
    for row in rows:
        payload = hashlib.sha256(row[13] + packed(row[7:13])).digest()
        digest = hashlib.sha256(packed([previous, *row[:7], payload])).digest()
        database.execute("UPDATE entries SET previous = ?, digest = ? WHERE number = ?", (previous, digest, row[1]))
        previous = digest
    database.commit()
    database.close()


# `says` is a pattern with ENTRY for the number of the damaged entry.
AT_ENTRY = r"\b(entry|entries) \D{0,30}\bENTRY\b"
DAMAGES = [
    Damage("cut", cut), Damage("flipped", flip), Damage("header flipped", flip_in_header),
    Damage("entries flipped", flip_among_entries),
    Damage("newer migration", newer_schema, r"newer version"), Damage("newer user_version", newer_user_version),
    Damage("hole in the numbers", hole, AT_ENTRY), Damage("two of one number", double, AT_ENTRY),
    Damage("unknown kind", unknown_kind, AT_ENTRY), Damage("unknown kind, sealed", unknown_kind_sealed, AT_ENTRY),
    Damage("newer payload", newer_payload, AT_ENTRY), Damage("newer payload, sealed", newer_payload_sealed, AT_ENTRY),
    Damage("odd value, sealed", odd_value_sealed), Damage("odd name", odd_name, r"not UTF-8"),
    Damage("draft with a hole", nothing_in("drafts", "meeting, kind, item, author, text", [DAY, "note", "", "", "half"]),
           r"a value in it is missing", only="console"),
    Damage("output with a hole", nothing_in("outputs", "meeting, name, text, revision", [DAY, "minutes.md", "said", 1]),
           r"a value in it is missing", only="minutes"),
]  # fmt: skip


# --- Rounds ---------------------------------------------------------------------------------------------------------


def hold(folder, binary):
    """A meeting of sixty entries, held on the console and left open."""
    with_items = ["go 1", "motion proposal", "vote bo yes", "vote idris no because it is late", "tally", "amend pod = Search"]
    lines = [f"roll {who} present" for who in MEMBERS] + ["open", *with_items, "action @bo by 2026-12-02 measure it"]
    lines += [f"note @{MEMBERS[place % 9]} note {place}" for place in range(ENTRIES)]
    console = Console(binary, folder)
    for line in lines:
        if len(folder.record.entries()) < ENTRIES:
            console.ask(line)
    console.end()
    held = len(folder.record.entries())
    assert held == ENTRIES, f"{held} entries were made, not {ENTRIES}"


def state(folder):
    """The bytes of everything in the record's folder that is not SQLite's own log or its index."""
    found = {}
    for base, _, names in os.walk(folder.at(".mlreview")):
        for name in names:
            # The lease and the sign of a change are not the record.
            if name.startswith("record.sqlite") and not name.endswith(("-wal", "-shm")):
                with open(os.path.join(base, name), "rb") as file:
                    found[os.path.relpath(os.path.join(base, name), folder.path)] = file.read()
    return found


class Answer:
    """What a command said of a record, and whether it left the record alone."""

    def __init__(self, binary, folder, name):
        self.name = name
        # The console is told something new, which must not be written behind what can't be understood.
        text = "note written afterwards\n" if name == "console" else ""
        before = state(folder)
        try:
            # All meetings are verified, whatever their names are.
            words = [name] if name == "verify" else [name, DAY]
            self.status, self.output, self.errors = command(binary, folder, *words, text=text, patience=30)
        except subprocess.TimeoutExpired:
            self.status, self.output, self.errors = None, "", ""
        after = state(folder)
        self.changed = sorted(path for path in {*before, *after} if before.get(path) != after.get(path))

    @property
    def complaint(self):
        return (self.errors.strip() or self.output.strip() or "nothing").splitlines()[0][:300]

    def faults(self, damage, scene, sound):
        said = self.output + self.errors
        if self.status is None:
            return ["it does not end"]
        if crashed(self.status):
            return [f"it traps with {self.status}: {self.complaint}"]
        wrong = []
        if raw := RAW.search(said):
            wrong.append(f"its words are a program's: {raw[0]}")
        if damage.only not in (None, self.name):
            if self.status != 0:
                wrong.append(f"it does not go on: {self.complaint}")
            elif self.name == "minutes" and self.output != sound:
                wrong.append("it shows something else than was recorded")
            return wrong
        if self.status == 0:
            if damage.says:
                wrong.append("it says nothing of the damage")
            elif self.name == "minutes" and not damage.is_sealed and self.output != sound:
                wrong.append("it shows something else than was recorded, and says nothing")
            return wrong
        if "record.sqlite" not in said:
            wrong.append(f"it does not name the file: {self.complaint}")
        if damage.says and not re.search(damage.says.replace("ENTRY", str(scene.entry)), said):
            wrong.append(f"it does not say where: {self.complaint}")
        if damage.says == AT_ENTRY and self.name == "verify":
            if not re.search(rf"sound up to entry ({scene.entry - 1}|{scene.entry})\b", said):
                wrong.append(f"it does not say how far the record is sound: {self.complaint}")
        if self.changed:
            wrong.append(f"it writes over what it can't understand: {', '.join(self.changed)}")
        return wrong


def disagreements(answers):
    """Commands that go on with a record that another one refuses."""
    # A console that only refuses the new line says so among its answers.
    refusals = [answer for answer in answers if answer.status == 1 and answer.errors.strip()]
    if not refusals:
        return []
    return [
        (answer, f"it goes on{' and writes' if answer.changed else ''}, though {refusals[-1].name} says: {refusals[-1].complaint}")
        for answer in answers
        if answer.status == 0
    ]


def main():
    options = arguments(__doc__, 45)
    verdict, complaints = Verdict(options), 0
    with Folder() as folder:
        hold(folder, options.binary)
        path = folder.at(".mlreview/record.sqlite")
        kept = Scene(path, options.random).bytes()
        sound = command(options.binary, folder, "minutes", DAY)[1]
        for turn in range(options.count):
            damage, answers = DAMAGES[turn % len(DAMAGES)], []
            for name in COMMANDS:
                # Each command meets the same damage, in a folder of its own.
                options.random.seed(f"{options.seed} {turn}")
                for place in (".mlreview", "minutes"):
                    shutil.rmtree(folder.at(place), ignore_errors=True)
                os.mkdir(folder.at(".mlreview"), 0o700)
                scene = Scene(path, options.random)
                scene.put(kept)
                os.chmod(path, 0o600)
                damage.harm(scene)
                answers.append(Answer(options.binary, folder, name))
            where = f"round {turn}, {damage.name} ({scene.told or f'entry {scene.entry}'})"
            complaints += sum(1 for answer in answers if answer.status != 0)
            found = [(answer, wrong) for answer in answers for wrong in answer.faults(damage, scene, sound)]
            for answer in answers:
                verdict.told(f"{where}, {answer.name}: {answer.status} {answer.complaint}")
            for answer, wrong in found + (disagreements(answers) if not damage.says else []):
                verdict.fault(f"{where}, {answer.name}", wrong)
    verdict.close(f"damages: {options.count}, complaints {complaints} of {options.count * len(COMMANDS)}")


if __name__ == "__main__":
    main()
