"""Folders to measure in: a council with an agenda, a meeting with notes, and years of earlier meetings."""

import getpass
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
DAY = "2026-11-25"
PRESENT = "priya bo idris tomas mei anais wen".split()


class Places:
    """Temporary folders, gone with the program."""

    def __init__(self, binary):
        self.binary = binary
        self.root = tempfile.mkdtemp(prefix="mlreview-benchmark-")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.root, ignore_errors=True)

    def at(self, *names):
        return os.path.join(self.root, *names)

    def copy(self, folder, name):
        """The same once more, so that no round finds what the one before has left."""
        place = self.at(name)
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(folder, place, symlinks=True)
        return place

    def renew(self, folder, meeting):
        """Gives a folder the record of a meeting as it was; ten years of files need not be copied for that."""
        record, before = os.path.join(folder, ".mlreview"), os.path.join(meeting, ".mlreview")
        for directory, change in ((record, os.unlink), (before, lambda path: shutil.copy(path, record))):
            for name in os.listdir(directory):
                if not name.startswith("search"):
                    change(os.path.join(directory, name))
        return folder

    def council(self, name, items):
        """A council whose scribe has this account, and an agenda of so many proposals."""
        source, agendas = os.path.join(ROOT, "agendas"), self.at(name, "agendas")
        os.makedirs(os.path.join(agendas, "proposals"))
        with open(os.path.join(source, "council.yaml"), encoding="utf-8") as file:
            text = "".join(line for line in file if not line.startswith("minutes_folder:"))
        text = re.sub(r"(handle: lena,)", rf"\1 login: {getpass.getuser()},", text, count=1)
        self.write(os.path.join(agendas, "council.yaml"), text)
        with open(os.path.join(source, "proposals/prep-time.md"), encoding="utf-8") as file:
            proposal = file.read()
        for number in range(items):
            self.write(os.path.join(agendas, f"proposals/p{number}.md"), proposal)
        lines = [f"  - {{ proposal: p{number}, minutes: 5 }}\n" for number in range(items)]
        self.write(
            os.path.join(agendas, f"{DAY}.yaml"), f"date: {DAY}\nstart: '10:00'\nscribe: lena\nminutes: 300\nitems:\n{''.join(lines)}")
        return self.at(name)

    def meeting(self, name, items, notes):
        """A meeting in session: so many notes on its items."""
        folder = self.council(name, items)
        lines = [f"roll {who} present" for who in PRESENT] + ["open"]
        for item in range(items):
            lines += [f"go {item + 1}"]
            lines += [f"note @lena note {n} on it, as long as notes usually are" for n in range(notes // items)]
        self.run(folder, "console", DAY, text="\n".join(lines + ["go 1"]) + "\n")
        return folder

    def years(self, name, meetings):
        """What a council that has met so often has in its folder; made by the program's own tests."""
        folder = self.at(name)
        subprocess.run(
            ["swift", "test", "--filter", "TenYears"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, env={**os.environ, "TEN_YEARS": folder, "TEN_YEARS_MEETINGS": str(meetings)})  # fmt: skip
        return folder

    def with_history(self, meeting, years, name):
        """The meeting after so many years of others."""
        folder = self.copy(meeting, name)
        for part in ("minutes", "agendas/proposals"):
            shutil.copytree(os.path.join(years, part), os.path.join(folder, part), dirs_exist_ok=True)
        # The index is made once, as it is when somebody searches for the first time.
        self.run(folder, "search", "holdout")
        return folder

    def run(self, folder, *words, text=""):
        """A command to its end: its output, and how long it took."""
        begun = time.perf_counter()
        done = subprocess.run(
            [self.binary, *words, "--dir", folder], input=text.encode(), capture_output=True, check=False)
        if done.returncode > 1 or b"refused" in done.stdout:
            sys.exit(f"{' '.join(words)}: {(done.stdout + done.stderr).decode()[-500:]}")
        return done.stdout.decode(), time.perf_counter() - begun

    @staticmethod
    def write(path, text):
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)


class Console:
    """`mlreview console`, asked line by line."""

    def __init__(self, binary, folder):
        self.process = subprocess.Popen(
            [binary, "console", "--dir", folder, DAY], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
        self.greeting = os.read(self.process.stdout.fileno(), 1 << 16)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()

    def ask(self, line):
        """Seconds until a line is answered."""
        begun = time.perf_counter()
        self.process.stdin.write(line.encode() + b"\n")
        answer = os.read(self.process.stdout.fileno(), 1 << 16)
        taken = time.perf_counter() - begun
        if b"recorded" not in answer:
            raise ValueError(f"{line}: {answer.decode()}")
        return taken

    def end(self):
        self.process.stdin.close()
        while os.read(self.process.stdout.fileno(), 1 << 16):
            pass
        return self.process.wait()
