#!/usr/bin/env python3
"""Reads the outputs of the whole meeting and of the sample with other people's libraries, as those who get them would.

    pip install html5lib icalendar feedparser jsonschema weasyprint
    Tests/ProgramTests/Whole/read.py [FOLDER of minutes ...]

Beside the kept outputs it reads each folder that is named. What is not installed is said and left out.
"""

import copy
import email
import glob
import importlib
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from email import policy

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.abspath(os.path.join(HERE, "..", "..", ".."))
SCHEMAS = os.path.join(ROOT, "Sources/Minutes/Templates")
MOST_PAGES = 7
faults, counts = [], {}


def library(name):
    try:
        return importlib.import_module(name)
    except ImportError:
        print(f"{name} is not installed: what it would read is left out")


html5lib, icalendar = library("html5lib"), library("icalendar")
feedparser, jsonschema = library("feedparser"), library("jsonschema")
weasyprint = library("weasyprint")


def count(what):
    counts[what] = counts.get(what, 0) + 1


def expect(isRight, path, what):
    if not isRight:
        faults.append(f"{os.path.relpath(path, ROOT)}: {what}")


def page(text, path):
    if html5lib:
        count("pages")
        try:
            html5lib.HTMLParser(strict=True).parse(text)
        except Exception as fault:
            expect(False, path, f"HTML: {type(fault).__name__} {fault}")


def calendar(data, path):
    if icalendar:
        count("calendars")
        entries = icalendar.Calendar.from_ical(data).walk()
        tasks = [entry for entry in entries if entry.name in ("VTODO", "VEVENT")]
        expect(tasks, path, "a calendar without entries")
        for task in tasks:
            expect(task.get("UID") and task.get("SUMMARY") and task.get("DTSTAMP"), path, "an entry lacks what it must have")


def mail(path):
    count("mails")
    message = email.message_from_binary_file(open(path, "rb"), policy=policy.default)
    for part in message.walk():
        expect(not part.defects, path, part.defects)
    expect(message["Auto-Submitted"] == "auto-generated", path, "no Auto-Submitted")
    expect(len(message["Subject"]) <= 200, path, "a long subject")
    expect(message.get_body(("plain",)).get_content().strip(), path, "no text")
    page(message.get_body(("html",)).get_content(), path)
    for part in message.walk():
        if part.get_content_type() == "text/calendar":
            calendar(part.get_content(), path)


def mutations(document, schema, dice, tries=60):
    """Copies of a document, each with one thing wrong."""
    places = []

    def walk(value, place):
        places.append((place, value))
        for key, part in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else []:
            walk(part, place + [key])

    walk(document, [])
    for place, value in dice.sample(places, min(tries, len(places))):
        if not place:
            continue
        changed = copy.deepcopy(document)
        parent = changed
        for key in place[:-1]:
            parent = parent[key]
        # No value of any schema here is a list of a list.
        parent[place[-1]] = [["wrong"]]
        yield place, changed
    for place, value in dice.sample(places, min(tries, len(places))):
        if isinstance(value, dict) and value:
            changed = copy.deepcopy(document)
            inner = changed
            for key in place:
                inner = inner[key]
            inner["anUnknownName"] = 1
            yield place + ["anUnknownName"], changed


def record(path, schema):
    if not jsonschema:
        return
    count("records")
    document = json.load(open(path))
    check = jsonschema.Draft202012Validator(json.load(open(os.path.join(SCHEMAS, schema))))
    for fault in list(check.iter_errors(document))[:3]:
        expect(False, path, f"JSON: {fault.json_path}: {fault.message[:120]}")
    for place, changed in mutations(document, check, random.Random(7)):
        count("mutated records")
        expect(not check.is_valid(changed), path, f"JSON: a wrong value at {place} is not noticed")


def feed(path):
    if feedparser:
        count("feeds")
        read = feedparser.parse(path)
        expect(not read.bozo, path, read.get("bozo_exception"))
        ids = [entry.id for entry in read.entries]
        expect(ids and len(ids) == len(set(ids)), path, "entries without an id of their own")


def mailboxes(paths):
    """mutt shows every mail of a mailbox."""
    mutt = shutil.which("mutt")
    if not mutt or not paths:
        print("mutt is not installed: it shows no mail")
        return
    with tempfile.TemporaryDirectory() as home:
        box = os.path.join(home, "box")
        for folder in ("cur", "new", "tmp"):
            os.makedirs(os.path.join(box, folder))
        for number, path in enumerate(paths):
            shutil.copy(path, os.path.join(box, "cur", f"{number}:2,S"))
        rest = subprocess.run(
            [mutt, "-n", "-R", "-f", box, "-e", "set quit=yes wait_key=no", "-e", "push '<exit>'"],
            env={**os.environ, "HOME": home, "TERM": "xterm"}, capture_output=True, stdin=subprocess.DEVNULL)
        count("mailboxes")
        expect(rest.returncode in (0, 1), box, rest.stderr.decode()[:200])


def paper(path):
    if weasyprint:
        count("printed minutes")
        pages = len(weasyprint.HTML(path).render().pages)
        print(f"{os.path.relpath(path, ROOT)}: {pages} printed pages")
        expect(pages <= MOST_PAGES, path, f"{pages} printed pages, more than {MOST_PAGES}")


def main():
    folders = [os.path.join(HERE, "Outputs"), os.path.join(ROOT, "agendas/minutes")] + sys.argv[1:]
    files = sorted({file for folder in folders for file in glob.glob(f"{folder}/**/*", recursive=True)})
    mails = [file for file in files if file.endswith(".eml")]
    for file in files:
        name = os.path.basename(file)
        if name.endswith(".html"):
            page(open(file).read(), file)
        elif name == "record.json":
            record(file, "record.schema.json")
        elif name == "decisions.json":
            record(file, "decisions.schema.json")
        elif name.endswith(".atom"):
            feed(file)
    for file in mails:
        mail(file)
    mailboxes(mails)
    for file in files:
        if file.startswith(HERE) and os.path.basename(file) == "minutes.html":
            paper(file)
    print(", ".join(f"{number} {what}" for what, number in counts.items()))
    print("\n".join(faults) or "nothing is wrong with them")
    sys.exit(1 if faults else 0)


main()
