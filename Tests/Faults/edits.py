#!/usr/bin/env python3
"""Kills the commands between two meetings at each call that writes: each file is the old one or the new one."""

import os
import re
import shutil
import subprocess
import sys

from harness import *

CALLS = ["mkdir", "mkdirat", "openat", "fchmod", "write", "fsync", "linkat", "unlinkat", "renameat"]
# Files that are only read are opened many times; the last openings are the ones that count.
LAST = 6
ANSWERS = "A problem.\n1M USD/year\n1k + 1k\n\n\nA solution.\n\nlena\n\n\n\n\n"
PROPOSAL = "agendas/proposals/prep-time.md"


class Edit:
    """A command that makes or changes files, and where they are."""

    def __init__(self, name, words, paths, text="", is_empty=False):
        self.name, self.words, self.paths, self.text, self.is_empty = name, words, paths, text, is_empty

    def folder(self):
        folder = Folder()
        if self.is_empty:
            shutil.rmtree(folder.at("agendas"))
        return folder

    def run(self, binary, folder, before=()):
        words = [word.replace("FOLDER", folder.path) for word in self.words]
        kept = environment(folder)
        done = subprocess.run(
            [*before, binary, *words], input=self.text.encode(), capture_output=True, timeout=60, env=kept, cwd=folder.path
        )
        return done.returncode, done.stderr.decode(errors="replace")

    def found(self, folder):
        """What the files hold; None for one that is not there."""
        texts = []
        for path in self.paths:
            try:
                with open(folder.at(path), "rb") as file:
                    texts.append(file.read())
            except FileNotFoundError:
                texts.append(None)
        return texts


EDITS = [
    Edit(
        "init", ["init", "--yes", "--member", "A B, engineering", "--date", "2999-12-04"],
        [".gitignore", "agendas/council.yaml", "agendas/2999-12-04.yaml"], is_empty=True,
    ),
    Edit("propose", ["propose", "New", "--yes"], ["agendas/proposals/new.md"], ANSWERS),
    Edit("revise", ["propose", "--revises", "prep-time", "--yes"], ["agendas/proposals/prep-time-2.md"]),
    Edit("approve", ["review", "prep-time", "--as", "analytics", "approve", "--yes"], [PROPOSAL]),
    Edit("amend", ["review", "prep-time", "--as", "product", "amend", "cost", "=", "1k + 2k USD", "because", "so", "--yes"], [PROPOSAL]),
]  # fmt: skip


def counts(edit, binary):
    """How often the command makes each call when nobody stops it, and what it leaves."""
    with edit.folder() as folder:
        old = edit.found(folder)
        log = folder.at("calls")
        before = ["strace", "-f", "-qq", "-o", log, "-e", "trace=" + ",".join(CALLS)]
        status, errors = edit.run(binary, folder, before)
        if status != 0:
            sys.exit(f"{edit.name} fails by itself: {status}: {errors}")
        with open(log, encoding="utf-8", errors="replace") as file:
            lines = file.read().splitlines()
        made = {call: sum(1 for line in lines if re.search(rf"\b{call}\(", line)) for call in CALLS}
        return old, edit.found(folder), made


def kill(edit, binary, verdict, old, new, call, when):
    where = f"{edit.name}: killed at {call} {when}"
    with edit.folder() as folder:
        before = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:signal=KILL:when={when}"]
        status, _ = edit.run(binary, folder, before)
        verdict.told(where, status)
        found = edit.found(folder)
        verdict.outcomes.add("old" if found == old else "new")
        for path, text, earlier, later in zip(edit.paths, found, old, new):
            if text not in (earlier, later):
                verdict.fault(where, f"{path} is neither the old one nor the new one: {text!r}")
        # A folder is one thing: an agenda without a council is neither.
        if edit.is_empty and (found[1] is None) != (found[2] is None):
            verdict.fault(where, "agendas/ is there in part")
        if found != new:
            status, errors = edit.run(binary, folder)
            if status != 0 or edit.found(folder) != new:
                verdict.fault(where, f"it can't be done again: status {status}: {errors}")
        elif command(binary, folder, "check")[0] != 0:
            verdict.fault(where, "what it left does not pass check")
        for base, folders, names in os.walk(folder.at("agendas")):
            hidden = [name for name in folders + names if name.startswith(".")]
            if hidden and found != new:
                verdict.fault(where, f"left behind: {', '.join(hidden)}")
        hidden = [name for name in os.listdir(folder.path) if name.startswith(".agendas")]
        if hidden and found != new:
            verdict.fault(where, f"left behind: {', '.join(hidden)}")


def main():
    options = arguments("Kills the commands between two meetings at each call that writes.", 0)
    verdict = Verdict(options)
    if not shutil.which("strace") or subprocess.run(["strace", "-qq", "-o", "/dev/null", "true"], capture_output=True).returncode != 0:
        print("skipped: there is no strace here, or it may not trace")
        return
    kills = 0
    for edit in EDITS:
        old, new, made = counts(edit, options.binary)
        places = [
            (call, when) for call, count in made.items()
            for when in range(max(1, count - LAST + 1) if call == "openat" else 1, count + 1)
        ]  # fmt: skip
        # A number of rounds is spread over all places; without one, each has its turn.
        if options.count:
            places = options.random.sample(places, min(len(places), max(1, options.count // len(EDITS))))
        verdict.outcomes = set()
        for call, when in places:
            kill(edit, options.binary, verdict, old, new, call, when)
            kills += 1
        if not options.count and verdict.outcomes != {"old", "new"}:
            verdict.fault(edit.name, f"every kill left the {' '.join(verdict.outcomes)} files: none came in between")
    verdict.close(f"kills: {kills} of {len(EDITS)} commands")


if __name__ == "__main__":
    main()
