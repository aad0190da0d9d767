"""What is measured: groups of programs that do the same, the first of them ours."""

import os
import shutil
import statistics
import subprocess
import time

import joined
import places
import server
import terminal

TEXT = "A page of text to edit, about as long as the lines of other texts are.\n"


class Group:
    """Programs that do the same. Each is a function that measures one round: lists of numbers by what they are."""

    def __init__(self, titles, programs):
        """titles: what the numbers are: a title and a unit for each."""
        self.titles, self.programs = titles, programs
        self.rounds = {name: {} for name in programs}

    def measure(self):
        """A round of each program, one after another."""
        for name, program in self.programs.items():
            for what, numbers in program().items():
                self.rounds[name].setdefault(what, []).append(sorted(numbers))

    def rows(self):
        """Title, program, median, p99, and how many times the median of a peer the first program takes. Of many rounds it
        is the median."""
        for what, (title, unit) in self.titles.items():
            first = None
            for name, measured in self.rounds.items():
                rounds = measured.get(what)
                if not rounds:
                    continue
                median = statistics.median(share(numbers, 0.5) for numbers in rounds)
                p99 = statistics.median(share(numbers, 0.99) for numbers in rounds)
                many = len(rounds[0]) >= 50 and unit != "bytes"
                ratio = "" if first is None or not median else f"{first / median:.2f} ×"
                first = median if first is None else first
                yield title, name, shown(median, unit), shown(p99, unit) if many else "", ratio
                title = ""


def share(numbers, part):
    return numbers[min(len(numbers) - 1, int(len(numbers) * part))]


def shown(number, unit):
    if unit == "ms":
        number *= 1000
    text = f"{number:.0f}" if number >= 100 or unit == "bytes" else f"{number:.3g}"
    return f"{text} {unit}"


def raw_writes(place, count):
    """As much as an act writes, to the same disk, each time waiting for it."""
    file = os.open(place.at("raw"), os.O_CREAT | os.O_WRONLY | os.O_APPEND)
    times = [joined.write(file) for _ in range(count)]
    os.close(file)
    return times


def timed(*command):
    begun = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - begun


class Groups:
    """Makes the places, and the groups that need them."""

    def __init__(self, place, size, years):
        """size: how much of everything; years: folders with earlier meetings, by how many."""
        self.place, self.size, self.years, self.binary = place, size, years, place.binary
        self.meeting = place.meeting("meeting", size.items, size.notes)
        self.text = place.at("page.txt")
        place.write(self.text, "ready\n" + TEXT * 200)
        self.bare = place.at("bare")
        source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "bare.c")
        subprocess.run(["cc", "-O2", "-o", self.bare, source, "-lncursesw"], check=True)
        self.peers = {"bare ncurses program": ([self.bare], "ready", b"")}
        for name, words, ready, enter in (
            ("nano", ["-I", self.text], "ready", b""), ("vim", ["-u", "NONE", "-N", "-n", self.text], "ready", b"i"),
            ("tig", ["-C", places.ROOT], "main", b":"),
        ):  # fmt: skip
            if shutil.which(name):
                self.peers[name] = ([name, *words], ready, enter)
        self.histories = {count: place.with_history(self.meeting, folder, f"after-{count}") for count, folder in years.items()}

    def ours(self, folder=None):
        if folder:
            return [self.binary, "--dir", self.place.renew(folder, self.meeting)]
        return [self.binary, "--dir", self.place.copy(self.meeting, "copy")]

    # MARK: On the terminal

    def keys(self):
        titles = {
            "key": ("a key in a note, until its first byte is on the terminal", "ms"),
            "processor": ("the processor's time for it, in the thread that draws", "ms"),
            "bytes": ("bytes sent for it", "bytes"),
        }
        count = self.size.keys
        programs = {"mlreview": lambda: terminal.typing(self.ours(), "recorded", b"n", count)}
        for name, (command, ready, enter) in self.peers.items():
            programs[name] = lambda command=command, ready=ready, enter=enter: terminal.typing(
                command, ready, enter, count)  # fmt: skip
        yield Group(titles, programs)
        for number, folder in self.histories.items():
            yield Group(
                {"key": (f"a key, after {number} earlier meetings", "ms")},
                {
                    "mlreview": lambda folder=folder: terminal.typing(self.ours(folder), "recorded", b"n", count),
                    "without any": lambda: terminal.typing(self.ours(), "recorded", b"n", count),
                })  # fmt: skip
        yield Group(
            {"key": ("a key at the host, while 45 terminals have joined", "ms")},
            {
                "mlreview": lambda: joined.typing(self.binary, self.place.copy(self.meeting, "copy"), count, 45),
                "while none has": lambda: joined.typing(self.binary, self.place.copy(self.meeting, "copy"), count, 0),
            })  # fmt: skip

    def starts(self):
        titles = {
            "start": ("a start, until the first picture", "ms"),
            "memory": ("resident memory then", "MB"),
            "peak": ("the most that it has been", "MB"),
        }
        programs = {"mlreview": lambda: terminal.starting(self.ours(), "recorded")}
        for name, (command, ready, _) in self.peers.items():
            programs[name] = lambda command=command, ready=ready: terminal.starting(command, ready)
        yield Group(titles, programs)
        for number, folder in self.histories.items():
            yield Group(
                {"start": (f"a start after {number} earlier meetings", "ms"), "memory": ("resident memory then", "MB")},
                {
                    "mlreview": lambda folder=folder: terminal.starting(self.ours(folder), "recorded"),
                    "without any": lambda: terminal.starting(self.ours(), "recorded"),
                })  # fmt: skip

    # MARK: The record, and what is written

    def acts(self):
        def act():
            with places.Console(self.binary, self.place.copy(self.meeting, "copy")) as console:
                return {"act": [console.ask(f"note @lena said for the {n}th time") for n in range(self.size.acts)]}

        yield Group(
            {"act": ("an act, until the console says *recorded*", "ms")},
            {"mlreview": act, "write and fdatasync": lambda: {"act": raw_writes(self.place, self.size.acts)}})

    def closing(self):
        items, notes = self.size.closed
        meeting = self.place.meeting("full", items, notes)
        minutes = self.place.at("copy/minutes", places.DAY, "minutes.md")

        def close():
            console = places.Console(self.binary, self.place.copy(meeting, "copy"))
            begun = time.perf_counter()
            console.process.stdin.write(b"close anyway\n")
            console.end()
            return {"close": [time.perf_counter() - begun]}

        programs = {"mlreview, all outputs": close}
        if shutil.which("pandoc"):
            page = self.place.at("page.html")
            programs["pandoc, minutes.md to HTML"] = lambda: {"close": [timed("pandoc", "-s", "-o", page, minutes)]}
        yield Group({"close": (f"closing a meeting of {items} items and {notes} notes", "ms")}, programs)

    # MARK: Search

    def searches(self):
        for number, folder in self.years.items():
            files = [os.path.join(folder, name) for name in ("agendas/proposals", "minutes")]
            self.place.run(folder, "search", "holdout")
            for kind, word in (("rare", "eshtumzir"), ("common", "holdout")):
                programs = {"mlreview": lambda folder=folder, word=word: {"search": [self.ask(folder, "search", word)]}}
                if shutil.which("rg"):
                    programs["ripgrep"] = lambda files=files, word=word: {
                        "search": [timed("rg", "-i", word, "-g", "*.md", *files)]}  # fmt: skip
                yield Group({"search": (f"search of {number} meetings, a {kind} word", "ms")}, programs)
            record = os.path.join(folder, "minutes", sorted(os.listdir(files[1]))[number // 2], "record.json")
            proposal = os.path.join(files[0], sorted(os.listdir(files[0]))[5])
            for title, prepare, words in (
                ("the index of %d meetings from nothing", lambda folder=folder: forget(folder), ("search", "holdout")),
                ("search after a change to one of %d meetings", lambda path=record: os.utime(path), ("search", "holdout")),
                ("the pipeline of %d meetings", lambda: None, ("pipeline",)),
                ("the same after a change to a proposal", lambda path=proposal: os.utime(path), ("pipeline",)),
            ):
                def ask(prepare=prepare, folder=folder, words=words):
                    prepare()
                    return {"ask": [self.ask(folder, *words)]}

                yield Group({"ask": (title % number if "%" in title else title, "ms")}, {"mlreview": ask})

    def ask(self, folder, *words):
        return self.place.run(folder, *words)[1]

    # MARK: Several terminals, and a server

    def live(self, host):
        count = self.size.acts

        def ballots():
            acknowledged, raw = host.ballots(count)
            host.raw = raw
            return {"ballot": acknowledged}

        yield Group(
            {"ballot": ("a joined member's ballot, until it is acknowledged", "ms")},
            {"mlreview": ballots, "write and fdatasync": lambda: {"ballot": host.raw}})
        yield Group(
            {"seen": ("an act, until each of 40 joined terminals has it", "ms")},
            {"mlreview": lambda: {"seen": host.seen(count)}})

        def join():
            host.fill()
            return {"join": [host.join()]}

        yield Group({"join": (f"joining a meeting of {host.acts} acts", "ms")}, {"mlreview": join})

    def database(self, served):
        folder, count = served.meeting(self.place), self.size.acts

        def act():
            with places.Console(self.binary, folder) as console:
                return {"act": [console.ask(f"note @lena said for the {n}th time") for n in range(count)]}

        def insert():
            with server.Inserts(served) as inserts:
                return {"act": [inserts.insert() for _ in range(count)]}

        yield Group(
            {"act": ("an act recorded in PostgreSQL", "ms")}, {"mlreview": act, "psql, INSERT without guards": insert})


def forget(folder):
    for end in ("", "-wal", "-shm"):
        path = os.path.join(folder, ".mlreview/search.sqlite" + end)
        if os.path.exists(path):
            os.unlink(path)
