#!/usr/bin/env python3
"""Lets system calls fail, or kills the program at one, and looks for words that are not true."""

import collections
import os
import re
import shutil
import subprocess
import sys

from acts import Acts, Line
from harness import *
from terminal import *

CALLS = [
    "pwrite64", "write", "fdatasync", "fsync", "openat", "rename", "renameat", "renameat2", "ftruncate", "mkdir", "mkdirat", "unlink",
    "unlinkat", "fchmod",
]  # fmt: skip
HARMS = ["error=ENOSPC", "error=EIO", "error=EACCES", "error=EDQUOT", "error=EROFS", "error=EINTR", "retval=0", "signal=KILL"]
# Only a call that counts bytes can have taken none.
TAKES_BYTES = ["pwrite64", "write"]

# A sendmail that keeps a mail whole or says that it has not.
SENDMAIL = """#!/bin/sh
set -e
home=$(dirname "$0")
cat > "$home/mail.$$"
id=$(sed -n 's/^Message-ID: *//Ip' "$home/mail.$$" | head -1)
[ -n "$id" ]
while [ "$1" != -- ]; do shift; done
shift
for to; do line="$line$id $to
"; done
printf %s "$line" >> "$home/sent"
"""


def strace(injected):
    names = injected.partition(":")[0]
    return ["strace", "-f", "-qq", "--seccomp-bpf", "-o", "/dev/null", "-e", f"trace={names}", "-e", f"inject={injected}"]


class Scene:
    """A thing that the program does, on a folder that was made ready for it."""

    def __init__(self, name, ready, words, lines=()):
        self.name, self.ready, self.words, self.lines = name, ready, words, lines
        self.counts = {}

    def run(self, binary, folder, text, before=()):
        words = [word.replace("FOLDER", folder.path) for word in self.words]
        return command(binary, folder, *words, before=before, text=text)

    def measure(self, binary):
        """How often one thread makes each call when nothing fails, up to the last that matters."""
        with copy_of(self.ready) as folder:
            log = folder.at("calls")
            before = ["strace", "-f", "-y", "-qq", "--seccomp-bpf", "-o", log, "-e", "trace=" + ",".join(CALLS)]
            text = "".join(line.text + "\n" for line in self.lines)
            status, output, errors = self.run(binary, folder, text, before)
            if status != 0:
                raise Never(f"{self.name} fails by itself: {status}: {output}{errors}")
            counts = collections.Counter()
            with open(log, encoding="utf-8", errors="replace") as file:
                for line in file:
                    if match := re.match(r"(\d+) +(\w+)\(", line):
                        counts[match[1], match[2]] += 1
                        # The library that starts programs ends by waking its own threads, and waits for them for ever if it can't.
                        if "[eventfd]" not in line:
                            self.counts[match[2]] = max(self.counts.get(match[2], 0), counts[match[1], match[2]])


class ScreenScene(Scene):
    """Notes and a close on the screen, whose record is written by a thread of its own."""

    def __init__(self, ready):
        super().__init__("screen", ready, [])

    def measure(self, binary):
        """The console's numbers would do for none of its threads; a few of each are enough."""
        self.counts = {"pwrite64": 40, "fdatasync": 12, "fsync": 12, "openat": 120, "ftruncate": 3, "renameat": 6, "mkdirat": 2,
                       "unlink": 3, "write": 60}  # fmt: skip

    def hold(self, binary, folder, before, ledger):
        """The words on the screen and after it, and the status; enters and acknowledges what was typed."""
        with screen(binary, folder, before=before) as terminal:
            try:
                terminal.wait("1 of 6")
                for index in range(3):
                    token = f"screen{index}q"
                    act = ledger.enter("noted", token)
                    note(terminal, token)
                    if terminal.follow(3, until=lambda: says_recorded(terminal) or terminal.has_ended) and not terminal.has_ended:
                        ledger.acknowledge(act)
                ledger.enter("closed")
                terminal.press("C")
                terminal.wait("Close the meeting?")
                terminal.press("\r")
                terminal.follow(3, until=lambda: terminal.has_ended or "written to" in terminal.text)
                said = terminal.text
                for _ in range(3):
                    terminal.press("q")
                    if terminal.follow(3, until=lambda: terminal.has_ended):
                        break
            except Never:
                if not terminal.has_ended:
                    # The tracer keeps such signals from itself: the whole group gets it.
                    os.killpg(terminal.pid, signal.SIGTERM)
                    if not terminal.wait_end():
                        raise
                said = ""
            terminal.settle(0.02)
            left = "" if terminal.status in (None, -9, 137) else "; ".join(terminal.left_behind())
            return terminal.status, said + terminal.text, left


class Scenes:
    """All there is to try, with the folders that it starts from."""

    def __init__(self, options):
        self.new, self.open, self.closed = Folder(), Folder(), Folder()
        acts = Acts(options.random, "s")
        opening = acts.opening()
        some = [acts.next() for _ in range(12)]
        if acts.is_voting:
            some.append(Line("tally", "tallied", None, "^tally:"))
        closing = [Line("note last0q", "noted", "last0q", "recorded: last0q"), Line("close anyway", "closed", None, "the meeting is closed")]
        for folder, lines in ((self.open, opening), (self.closed, opening + some + closing)):
            text = "".join(line.text + "\n" for line in lines)
            status, output, errors = command(options.binary, folder, "console", DAY, text=text)
            if status != 0:
                sys.exit(f"no meeting can be held here: status {status}: {output[-500:]}{errors}")
        with open(self.closed.at("sendmail"), "w", encoding="utf-8") as file:
            file.write(SENDMAIL)
        os.chmod(self.closed.at("sendmail"), 0o755)
        self.unwritten = copy_of(self.closed)
        shutil.rmtree(self.unwritten.at("minutes"))
        publish = [Line("publish", "none", None, "^written")]
        self.all = [
            Scene("start", self.new, ["console", DAY], opening),
            Scene("record", self.open, ["console", DAY], some),
            Scene("close", self.open, ["console", DAY], closing),
            Scene("publish", self.unwritten, ["console", DAY], publish),
            Scene("send", self.closed, ["send", DAY, "--yes", "--sendmail", "FOLDER/sendmail"]),
            Scene("remind", self.closed, ["remind", "--yes", "--sendmail", "FOLDER/sendmail"]),
            Scene("print", self.closed, ["minutes", DAY]),
            ScreenScene(self.open),
            Scene("print files", self.closed, ["minutes", DAY, "--out", "FOLDER/printed"]),
        ]
        for scene in self.all:
            scene.measure(options.binary)
        self.printed = command(options.binary, self.closed, "minutes", DAY)[1]

    def remove(self):
        for folder in (self.new, self.open, self.closed, self.unwritten):
            shutil.rmtree(folder.path, ignore_errors=True)


def first_turn(call):
    """The first turn of a call that is harmed. What a thread opens first may be what libdispatch reads of its own threads in
    /proc: it traps if it can't."""
    return 2 if call == "openat" else 1


def some_harm(scene, chance):
    """A call, what happens to it, and at which of its turns; with a + also at all later ones."""
    call = chance.choice(sorted(scene.counts))
    harm = chance.choice([harm for harm in HARMS if harm != "retval=0" or call in TAKES_BYTES])
    # With every write failing from then on nothing can be told to the terminal, nor to the threads that wait for others.
    # A call that is interrupted for ever is made for ever.
    can_go_on = (call != "write" or scene.name not in ("screen", "send", "remind")) and harm != "error=EINTR"
    more = chance.choice(["", "", "+"]) if harm.startswith("error") and can_go_on else ""
    return call, harm, f"{chance.randint(first_turn(call), max(first_turn(call), scene.counts[call]))}{more}"


def every_harm(scene):
    """Every turn of every call with every harm."""
    for call, count in sorted(scene.counts.items()):
        for harm in HARMS:
            if harm != "retval=0" or call in TAKES_BYTES:
                yield from ((call, harm, str(when)) for when in range(first_turn(call), count + 1))


def round_of(scene, options, verdict, scenes, call, harm, when):
    where = f"{scene.name}: {call} {harm} at {when}"
    verdict.told(where)
    with copy_of(scene.ready) as folder:
        known = folder.record.entries()
        ledger = Ledger()
        text = "".join(f"{line.text}\nfind @@{index}@\n" for index, line in enumerate(scene.lines))
        before, errors = strace(f"{call}:{harm}:when={when}"), ""
        try:
            if isinstance(scene, ScreenScene):
                status, output, left = scene.hold(options.binary, folder, before, ledger)
                if left:
                    verdict.fault(where, f"the terminal is not given back: {left}")
            else:
                status, output, errors = scene.run(options.binary, folder, text, before)
        except (subprocess.TimeoutExpired, Never) as error:
            return verdict.fault(where, f"hangs: {error}")
        if crashed(status):
            verdict.fault(where, f"trapped, status {status}\n{errors.strip()[-400:]}")
        hear(scene, output, ledger)
        verdict.acknowledged += ledger.count
        check_record(folder, ledger, known, where, verdict, options)
        check_words(scene, folder, status, output, where, verdict, scenes)
        if scene.name in ("send", "remind"):
            check_sending(scene, folder, status, output, where, verdict, options)


def hear(scene, output, ledger):
    """Enters all lines; what was answered before the next mark is what acknowledges one."""
    rest = output
    for index, line in enumerate(scene.lines):
        if line.kind == "none":
            continue
        act = ledger.enter(line.kind, line.token)
        answer, mark, after = rest.partition(f"@@{index}@")
        if line.is_acknowledged(answer.splitlines()):
            ledger.acknowledge(act)
        # Without its mark the program ended in the middle of this answer.
        rest = after if mark else ""


def check_record(folder, ledger, known, where, verdict, options):
    found = folder.record.entries()
    if found[: len(known)] != known:
        verdict.fault(where, "what the record held before is not in it any more")
    wrong, lost, doubled = ledger.faults(found[len(known) :] if known else found)
    verdict.lost += lost
    verdict.doubled += doubled
    for what in wrong:
        # The part after what was known begins with a later number.
        if known and "gaps" in what:
            continue
        verdict.fault(where, what)
    if [number for number, _, _ in found] != list(range(1, len(found) + 1)):
        verdict.fault(where, "entries are not numbered without gaps")
    if found and not folder.record.is_sound():
        verdict.fault(where, "the record is not sound")
    status, output, errors = command(options.binary, folder, "console", DAY)
    if status != 0 or not output.startswith("ML Review of "):
        verdict.fault(where, f"the meeting does not resume: status {status}: {errors.strip() or output.strip()[-300:]}")


def check_words(scene, folder, status, output, where, verdict, scenes):
    """What was said to be written is, and exit 0 means that nothing is missing."""
    for path in re.findall(r"^written: (.*)$", output, re.M):
        if not os.path.isfile(path):
            verdict.fault(where, f"said to be written, and not there: {os.path.basename(path)}")
    for what in check_minutes(folder) + check_minutes(folder, "printed"):
        verdict.fault(where, what)
    if status != 0:
        return
    if scene.name == "screen" and "its minutes and mail are in" in output or scene.name in ("close", "publish"):
        for name in missing_minutes(folder):
            verdict.fault(where, f"exit 0, and {name} is not written")
    if scene.name == "print files":
        for name in FILES:
            if not any(name in names for _, _, names in os.walk(folder.at("printed"))):
                verdict.fault(where, f"exit 0, and {name} is not written")
    if scene.name == "print" and output != scenes.printed:
        verdict.fault(where, f"exit 0, and {len(scenes.printed) - len(output)} characters were not printed")
    if scene.name in ("start", "record"):
        for line in scene.lines:
            if not line.is_acknowledged(output.splitlines()):
                verdict.fault(where, f"exit 0, and nothing was said about `{line.text[:60]}`")


def sent(folder):
    try:
        with open(folder.at("sent"), encoding="utf-8") as file:
            return collections.Counter(file.read().splitlines())
    except FileNotFoundError:
        return collections.Counter()


def check_sending(scene, folder, status, output, where, verdict, options):
    """Nobody gets a mail twice, and who was said to have it has it."""
    first = sum(sent(folder).values())
    said = sum(int(number) for number in re.findall(r"accepted for (\d+)", output))
    if said > first:
        verdict.fault(where, f"{said} said to be accepted, {first} handed over")
    status_again, again, errors = scene.run(options.binary, folder, "")
    everybody = sent(folder)
    twice = [line for line, count in everybody.items() if count > 1]
    verdict.doubled += len(twice)
    if twice:
        verdict.fault(where, f"mailed twice: {', '.join(twice[:3])}")
    doubted = "in doubt" in again
    if status_again != 0 and not doubted:
        verdict.fault(where, f"does not go on sending: status {status_again}: {again[-200:]}{errors[-200:]}")
    if status == 0 and first < len(everybody):
        verdict.fault(where, f"exit 0, and {len(everybody) - first} mails went out only afterwards")


def more_options(parser):
    parser.add_argument("--every", nargs="+", metavar="SCENE", help="every turn of every call in these scenes, such as close")
    parser.add_argument("--part", default="1/1", help="with --every: only a part of it, such as 2/3")


def main():
    options = arguments("Lets system calls fail under the program.", 18, more_options)
    verdict = Verdict(options)
    verdict.lost = verdict.doubled = verdict.acknowledged = 0
    if not shutil.which("strace") or subprocess.run(["strace", "-qq", "-o", "/dev/null", "true"], capture_output=True).returncode != 0:
        print("skipped: there is no strace here, or it may not trace")
        return
    scenes = Scenes(options)
    try:
        if options.every:
            harms = [(scene, *harm) for scene in scenes.all if scene.name in options.every for harm in every_harm(scene)]
            # In parts, for several processes.
            part, _, parts = options.part.partition("/")
            harms = harms[int(part) - 1 :: int(parts)]
        else:
            some = [scenes.all[index % len(scenes.all)] for index in range(options.count)]
            harms = [(scene, *some_harm(scene, options.random)) for scene in some]
        for scene, call, harm, when in harms:
            round_of(scene, options, verdict, scenes, call, harm, when)
    finally:
        scenes.remove()
    verdict.close(
        f"failing calls: {len(harms)}, acknowledged acts {verdict.acknowledged:,}, lost {verdict.lost}, "
        f"doubled {verdict.doubled}"
    )


if __name__ == "__main__":
    main()
