#!/usr/bin/env python3
"""Kills the commands between two meetings at each call that writes, or lets the call fail: each file is the old one or the
new one, and exit 0 says that it is the new one."""

import collections
import os
import re
import shutil
import subprocess
import sys

from harness import *

CALLS = ["mkdir", "mkdirat", "openat", "fchmod", "write", "fsync", "linkat", "unlinkat", "renameat"]
# A call that is interrupted is to be made again, and one that takes no byte is to be told of.
HARMS = ["signal=KILL", "error=ENOSPC", "error=EIO", "error=EROFS", "error=EDQUOT", "error=EACCES", "error=EINTR", "retval=0"]
# Files that are only read are opened many times; the last openings are the ones that count.
LAST = 6
ANSWERS = "A problem.\n1M USD/year\n1k + 1k\n\n\nA solution.\n\nlena\n\n\n\n\n"
PROPOSAL = "agendas/proposals/prep-time.md"
RECORD = "minutes/2026-11-18/record.json"


class Edit:
    """A command that makes or changes files, and where they are."""

    def __init__(self, name, words, paths, text="", is_empty=False, ready=None):
        self.name, self.words, self.paths, self.text, self.is_empty = name, words, paths, text, is_empty
        self.ready = ready

    def folder(self):
        folder = Folder()
        if self.ready:
            self.ready(folder)
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


def with_minutes(folder):
    """A meeting was held, and has left actions open."""
    os.makedirs(os.path.dirname(folder.at(RECORD)))
    shutil.copy(os.path.join(ROOT, "agendas", RECORD), folder.at(RECORD))


def with_a_short_agenda(folder):
    """An agenda with time left, for proposals that are ready."""
    with_minutes(folder)
    for name in ("push-timing", "offer-acceptance"):
        shutil.copy(os.path.join(ROOT, f"agendas/proposals/{name}.md"), folder.at(f"agendas/proposals/{name}.md"))
    with open(folder.at("agendas/2999-12-04.yaml"), "w", encoding="utf-8") as file:
        file.write("date: 2999-12-04\nminutes: 60\nitems:\n  - { topic: Chairs, minutes: 5 }\n")


EDITS = [
    Edit(
        "init", ["init", "--yes", "--member", "A B, engineering", "--date", "2999-12-04"],
        [".gitignore", "agendas/council.yaml", "agendas/2999-12-04.yaml"], is_empty=True,
    ),
    Edit("propose", ["propose", "New", "--yes"], ["agendas/proposals/new.md"], ANSWERS),
    Edit("revise", ["propose", "--revises", "prep-time", "--yes"], ["agendas/proposals/prep-time-2.md"]),
    Edit("approve", ["review", "prep-time", "--as", "analytics", "approve", "--yes"], [PROPOSAL]),
    Edit("amend", ["review", "prep-time", "--as", "product", "amend", "cost", "=", "1k + 2k USD", "because", "so", "--yes"], [PROPOSAL]),
    Edit("done", ["actions", "done", "2026-11-18/1", "--as", "priya", "--yes"], ["agendas/people/priya.yaml"], ready=with_minutes),
    Edit("next", ["agenda", "next", "2999-12-11", "--yes"], ["agendas/2999-12-11.yaml"], ready=with_a_short_agenda),
    Edit("refresh", ["agenda", "refresh", "2999-12-04", "--yes"], ["agendas/2999-12-04.yaml"], ready=with_a_short_agenda),
]  # fmt: skip


def counts(edit, binary):
    """What the command changes, how often a thread of it makes each call, and at which turns a thread wakes another."""
    with edit.folder() as folder:
        old = edit.found(folder)
        log = folder.at("calls")
        before = ["strace", "-f", "-y", "-qq", "-o", log, "-e", "trace=" + ",".join(CALLS)]
        status, errors = edit.run(binary, folder, before)
        if status != 0:
            sys.exit(f"{edit.name} fails by itself: {status}: {errors}")
        turns, made, wakes = collections.Counter(), collections.Counter(), set()
        with open(log, encoding="utf-8", errors="replace") as file:
            for line in file:
                if match := re.match(r"(\d+) +(\w+)\((.*)", line):
                    thread, call, rest = match.groups()
                    turns[thread, call] += 1
                    made[call] = max(made[call], turns[thread, call])
                    if re.match(r"\d+<(anon_inode|pipe)", rest):
                        wakes.add((call, turns[thread, call]))
        return old, edit.found(folder), made, wakes


def harm(edit, binary, verdict, old, new, call, kind, when):
    """Runs the command once with a call harmed, and looks at what it left and what it said."""
    where = f"{edit.name}: {call} {kind} at {when}"
    with edit.folder() as folder:
        inject = f"inject={call}:{kind}:when={when}"
        try:
            status, errors = edit.run(binary, folder, ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e", inject])
        except subprocess.TimeoutExpired:
            return verdict.fault(where, "hangs")
        verdict.told(where, status)
        found = edit.found(folder)
        verdict.outcomes.add("old" if found == old else "new")
        if kind != "signal=KILL":
            if crashed(status):
                verdict.fault(where, f"trapped, status {status}: {errors.strip()[-300:]}")
            elif status == 0 and found != new:
                verdict.fault(where, "exit 0, and the change is not there")
            elif status != 0 and not errors.strip():
                verdict.fault(where, f"status {status} without a word")
        # What it does not know from a file that can't be read it leaves out, and names the file.
        is_named = status != 0 and "can't be read" in errors
        for path, text, earlier, later in zip(edit.paths, found, old, new):
            if text not in (earlier, later) and not is_named:
                verdict.fault(where, f"{path} is neither the old one nor the new one: {text!r}")
        # A folder is one thing: an agenda without a council is neither.
        if edit.is_empty and (found[1] is None) != (found[2] is None):
            verdict.fault(where, "agendas/ is there in part")
        if found != new and not is_named:
            status, errors = edit.run(binary, folder)
            if status != 0 or edit.found(folder) != new:
                verdict.fault(where, f"it can't be done again: status {status}: {errors}")
        elif command(binary, folder, "check")[0] != 0:
            verdict.fault(where, "what it left does not pass check")
        hidden = [name for name in os.listdir(folder.path) if name.startswith(".agendas")]
        for _, folders, names in os.walk(folder.at("agendas")):
            hidden += [name for name in folders + names if name.startswith(".")]
        # What can't be taken away stays.
        if hidden and found != new and not (call == "unlinkat" and kind != "signal=KILL"):
            verdict.fault(where, f"left behind: {', '.join(hidden)}")


def places(edit, binary, options):
    """The files before and after, and each call with its harms: a kill at each, and some errors or all."""
    old, new, made, wakes = counts(edit, binary)
    calls = [
        (call, when) for call, count in made.items()
        for when in range(max(1, count - LAST + 1) if call == "openat" else 1, count + 1)
    ]  # fmt: skip
    # Only a call that counts bytes can take none. No disk is so full that a thread can't be woken.
    errors = [
        (call, kind, when) for call, when in calls for kind in HARMS[1:]
        if (kind != "retval=0" or call == "write") and (call, when) not in wakes
    ]  # fmt: skip
    if not options.every:
        errors = options.random.sample(errors, min(len(errors), 8))
    return old, new, [(call, HARMS[0], when) for call, when in calls] + errors


def more_options(parser):
    parser.add_argument("--every", action="store_true", help="every error at every call, and not some of them")


def main():
    options = arguments("Kills the commands between two meetings at each call that writes, or lets it fail.", 0, more_options)
    verdict = Verdict(options)
    if not shutil.which("strace") or subprocess.run(["strace", "-qq", "-o", "/dev/null", "true"], capture_output=True).returncode != 0:
        print("skipped: there is no strace here, or it may not trace")
        return
    kills = errors = 0
    for edit in EDITS:
        old, new, tried = places(edit, options.binary, options)
        # A number of rounds is spread over all places; without one, each has its turn.
        if options.count:
            tried = options.random.sample(tried, min(len(tried), max(1, options.count // len(EDITS))))
        verdict.outcomes = set()
        for call, kind, when in tried:
            harm(edit, options.binary, verdict, old, new, call, kind, when)
            kills += kind == HARMS[0]
            errors += kind != HARMS[0]
        if not options.count and verdict.outcomes != {"old", "new"}:
            verdict.fault(edit.name, f"every harm left the {' '.join(verdict.outcomes)} files: none came in between")
    verdict.close(f"kills: {kills}, failing calls {errors}, of {len(EDITS)} commands")


if __name__ == "__main__":
    main()
