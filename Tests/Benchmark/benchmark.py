"""Measures the program beside others, in turn, and prints a table; see README.md."""

import argparse
import contextlib
import datetime
import os
import subprocess
import sys
from collections import namedtuple

import groups
import joined
import places
import server

Size = namedtuple("Size", "items notes closed keys acts joined years")
FULL = Size(items=30, notes=2000, closed=(50, 5000), keys=100, acts=200, joined=5000, years=[52, 520])
SHORT = Size(items=3, notes=30, closed=(3, 30), keys=10, acts=10, joined=100, years=[])
PARTS = ["keys", "starts", "acts", "closing", "searches", "live", "database"]
BEGIN, END = "<!-- table -->\n", "<!-- end of the table -->\n"


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--binary", help="the program to measure (default: a release build, made first)")
    parser.add_argument("--rounds", type=int, default=8, help="of each program (default: %(default)s)")
    parser.add_argument("--short", action="store_true", help="one small round, which shows that all of this works")
    parser.add_argument("--part", choices=PARTS, action="append", help="measures this part alone; may be repeated")
    parser.add_argument("--years", metavar="FOLDER", action="append", default=[],
                        help="a folder with earlier meetings, rather than ones made for this")  # fmt: skip
    parser.add_argument("--write", action="store_true", help="puts the table into README.md")
    options = parser.parse_args()
    options.parts = options.part or PARTS
    if options.short:
        options.rounds = 1
    return options


def build():
    """The program as it is released."""
    print("building", file=sys.stderr)
    release = ["swift", "build", "-c", "release", "--product", "mlreview"]
    subprocess.run(release, cwd=places.ROOT, check=True, stdout=sys.stderr)
    path = subprocess.run([*release[:4], "--show-bin-path"], cwd=places.ROOT, check=True, capture_output=True, text=True)
    return os.path.join(path.stdout.strip(), "mlreview")


def years(place, options, size):
    """Folders with earlier meetings, by how many there are."""
    if not {"keys", "starts", "searches"} & set(options.parts):
        return {}
    folders = [place.copy(folder, f"years-{number}") for number, folder in enumerate(options.years)]
    folders = folders or [place.years(f"years-{count}", count) for count in size.years]
    return {len(os.listdir(os.path.join(folder, "minutes"))): folder for folder in folders}


def made(place, options, size, stack):
    """All groups that were asked for and can be measured here."""
    maker = groups.Groups(place, size, years(place, options, size))
    for part in options.parts:
        if part == "live":
            yield from maker.live(stack.enter_context(joined.Host(place, size.joined)))
        elif part == "database":
            if server.programs():
                yield from maker.database(stack.enter_context(server.Server(place)))
            else:
                print("skipped: there is no PostgreSQL here", file=sys.stderr)
        else:
            yield from getattr(maker, part)()


def table(measured, count):
    lines = ["| | program | median | p99 | mlreview takes |", "| --- | --- | ---: | ---: | ---: |"]
    for group in measured:
        lines += [f"| {' | '.join(row)} |" for row in group.rows()]
    rounds = f"{count} round{'' if count == 1 else 's'} in turn"
    machine = f"{os.cpu_count()} processors, {os.uname().machine}, {os.uname().sysname} {os.uname().release}"
    return "\n".join(lines) + f"\n\n{datetime.date.today()}, {rounds}, {machine}.\n"


def write(text):
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "README.md")
    with open(path, encoding="utf-8") as file:
        before, _, rest = file.read().partition(BEGIN)
    with open(path, "w", encoding="utf-8") as file:
        file.write(before + BEGIN + text + END + rest.partition(END)[2])


def main():
    options = arguments()
    size = SHORT if options.short else FULL
    binary = os.path.abspath(options.binary) if options.binary else build()
    with places.Places(binary) as place, contextlib.ExitStack() as stack:
        measured = list(made(place, options, size, stack))
        done = 0
        # Whoever has seen enough presses Ctrl-C, and the table has the rounds so far.
        with contextlib.suppress(KeyboardInterrupt):
            for done in range(options.rounds):
                print(f"round {done + 1} of {options.rounds}", file=sys.stderr)
                for group in measured:
                    group.measure()
            done = options.rounds
        text = table(measured, done)
    print(text, end="")
    if options.write:
        write(text)


main()
