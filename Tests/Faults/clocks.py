#!/usr/bin/env python3
"""Sets the clock forward and back in a running meeting, and changes time zones: the machine's and the council's."""

import glob
import os
import re
import subprocess

from acts import Acts, Line
from harness import *
from terminal import *

LIBRARIES = "/usr/lib/*/faketime/libfaketimeMT.so.1"
START = 1_795_629_600  # 25 November 2026, 18:00 UTC
# Seconds by which a clock is set, and moments that programs stumble over.
JUMPS = [-1, -10, -60, -3600, -86_400, -40 * 86_400, 1, 10, 3600, 7200, 86_400, 400 * 86_400]
MOMENTS = [0, 1, 2**31 - 2, 2**31 + 5, 2**32 + 5, 951_782_395, 1_774_745_990, 1_792_889_990, 32_503_679_990]
ZONES = ["UTC", "Asia/Tokyo", "America/Los_Angeles", "Pacific/Apia", "Asia/Kathmandu", "Europe/Berlin", ":/nowhere", "XYZ-99", ""]


# libfaketime changes the environment of the first program that it is loaded into, by which Swift finds its arguments.
FIRST = ["env"]


class Clock:
    """The time that a program is told."""

    def __init__(self, folder, library):
        self.path, self.now = folder.at("clock"), START
        self.variables = {
            "LD_PRELOAD": library, "FAKETIME_TIMESTAMP_FILE": self.path, "FAKETIME_NO_CACHE": "1", "TZ": "UTC",
            # Patience is measured with the other clock, which nobody sets.
            "FAKETIME_DONT_FAKE_MONOTONIC": "1", "DONT_FAKE_MONOTONIC": "1",
        }  # fmt: skip
        self.set(START)

    def set(self, moment):
        """From now on it is this moment, and time passes from there."""
        self.now = min(max(0, moment), MOMENTS[-1])
        with open(self.path + ".new", "w", encoding="utf-8") as file:
            file.write(f"{self.now - int(time.time()):+d}s\n")
        os.rename(self.path + ".new", self.path)

    def jump(self, chance):
        if chance.random() < 0.2:
            self.set(chance.choice(MOMENTS))
        else:
            self.set(self.now + chance.choice(JUMPS))


def zone_of_council(folder, zone):
    """Edits the council's file as a person does in the middle of a meeting."""
    path = folder.at("agendas/council.yaml")
    with open(path, encoding="utf-8") as file:
        text = file.read()
    with open(path, "w", encoding="utf-8") as file:
        file.write(re.sub(r"^timezone:.*$", f"timezone: {zone}", text, flags=re.M))


class Meeting:
    """A meeting on consoles and screens, with a clock that is set between its acts."""

    def __init__(self, number, options, verdict, folder, library):
        self.options, self.verdict, self.folder = options, verdict, folder
        self.chance, self.where = options.random, f"meeting {number}"
        self.clock, self.acts, self.ledger = Clock(folder, library), Acts(options.random, f"c{number}t"), Ledger()

    def fault(self, what):
        self.verdict.fault(f"{self.where}, clock at {self.clock.now}", what)

    def settings(self):
        return self.clock.variables | {"TZ": self.chance.choice(ZONES)}

    def ask(self, console, line):
        act = self.ledger.enter(line.kind, line.token)
        answers, whole = console.ask(line.text)
        if line.is_acknowledged(answers):
            self.ledger.acknowledge(act)
        if not whole:
            raise Never(f"the console ended at `{line.text}`: {console.error_text()[-300:]}")
        for answer in answers:
            # A clock that was set back makes no time below zero, and one set forward none of a century.
            if re.search(r"(?<![\w-])-\d+(:\d\d| min| s\b| second| hour)", answer):
                self.fault(f"`{line.text}` tells a time below zero: {answer}")
        return answers

    def on_console(self, lines, is_closing=False):
        console = Console(self.options.binary, self.folder, FIRST, environment_more=self.settings())
        try:
            opening, whole = console.ask("find nothing")
            if not whole or not opening or not opening[0].startswith("ML Review of Wed 25 Nov 2026"):
                raise Never(f"the meeting does not open: {opening[:2]} {console.error_text()[-300:]}")
            if is_closing:
                console.ask("resume")
            for line in lines:
                if self.chance.random() < 0.6:
                    self.clock.jump(self.chance)
                    self.verdict.jumps += 1
                if self.chance.random() < 0.06:
                    zone_of_council(self.folder, self.chance.choice(ZONES[:6]))
                    self.verdict.zones += 1
                    console.ask("reload")
                answers = self.ask(console, line)
                if line.kind == "closed" and not line.is_acknowledged(answers):
                    raise Never(f"the meeting can't be closed: {' / '.join(answers)[:300]}")
                if self.chance.random() < 0.2 and not is_closing:
                    console.ask(self.chance.choice(["item", "recess 5", "resume", "actions", "find of"]))
            status = console.end()
            if crashed(status):
                self.fault(f"trapped, status {status}")
        finally:
            console.kill()

    def on_screen(self):
        """Notes on the screen, each recorded before the next, and a half-typed one that is kept although time runs back."""
        with screen(self.options.binary, self.folder, before=FIRST, environment_more=self.settings()) as terminal:
            terminal.wait(" of 6")
            for _ in range(3):
                self.clock.jump(self.chance)
                self.verdict.jumps += 1
                token = self.acts.token()
                act = self.ledger.enter("noted", token)
                note(terminal, token)
                terminal.wait("● recorded", until=lambda: says_recorded(terminal))
                self.ledger.acknowledge(act)
            terminal.press("n")
            terminal.wait("Enter record")
            half = self.acts.token()
            terminal.press(half)
            terminal.wait(half)
            self.clock.set(self.clock.now - 3600)
            self.verdict.jumps += 1
            deadline = time.monotonic() + PATIENCE
            while half not in self.folder.record.draft():
                if time.monotonic() > deadline:
                    self.fault("a half-typed note is not kept once the clock was set back")
                    break
                terminal.follow(0.1)
            escape(terminal)
            terminal.press("q")
            if not terminal.wait_end():
                raise Never("the screen does not leave")
            if terminal.status != 0:
                self.fault(f"the screen ended with {terminal.status}")
            if wrong := terminal.left_behind():
                self.fault(f"the terminal is not given back: {'; '.join(wrong)}")

    def check(self, complete=False):
        wrong, lost, doubled = self.ledger.faults(self.folder.record.entries(), complete)
        self.verdict.lost += lost
        self.verdict.doubled += doubled
        for what in wrong:
            self.fault(what)

    def close(self):
        # A tally that was refused in a recess has left its vote open.
        lines = [Line("tally", "tallied", None, "^tally:")]
        self.on_console(lines + [Line("close anyway", "closed", None, "the meeting is closed")], is_closing=True)
        for name in missing_minutes(self.folder):
            self.fault(f"closed, and {name} is not there")
        for what in check_minutes(self.folder):
            self.fault(what)
        printed = set()
        # The machine's zone changes nothing that is written.
        for zone in ("Asia/Tokyo", "America/Los_Angeles", "XYZ-99"):
            words = [self.options.binary, "minutes", DAY, "--dir", self.folder.path]
            done = subprocess.run(words, capture_output=True, env=environment(self.folder, {"TZ": zone}), timeout=60)
            if done.returncode != 0:
                self.fault(f"no minutes: status {done.returncode}: {done.stderr.decode()[-300:]}")
            printed.add(done.stdout)
        if len(printed) > 1:
            self.fault("the minutes are other ones in another zone of the machine")
        minutes = printed.pop().decode()
        if found := re.search(r"(?<![\w-])-\d+(:\d\d| min| seconds?)", minutes):
            self.fault(f"a time below zero in the minutes: {found[0]}")
        status, output, errors = command(self.options.binary, self.folder, "verify")
        if status != 0:
            self.fault(f"verify: status {status}: {output[-200:]}{errors[-200:]}")


def hold(number, options, verdict, library):
    with Folder() as folder:
        meeting = Meeting(number, options, verdict, folder, library)
        try:
            meeting.on_console(meeting.acts.opening())
            for _ in range(options.random.randint(2, 4)):
                if options.random.random() < 0.3:
                    meeting.on_screen()
                else:
                    meeting.on_console([meeting.acts.next() for _ in range(options.random.randint(3, 10))])
                meeting.check()
            meeting.close()
            meeting.check()
        except (Never, OSError) as error:
            meeting.fault(str(error))
        verdict.acknowledged += meeting.ledger.count


def main():
    options = arguments("Sets the clock in a running meeting, and changes time zones.", 40)
    libraries = glob.glob(LIBRARIES)
    if not libraries:
        print("skipped: there is no libfaketime here")
        return
    verdict = Verdict(options)
    verdict.jumps = verdict.zones = verdict.lost = verdict.doubled = verdict.acknowledged = number = 0
    while verdict.jumps < options.count and verdict.faults < 50:
        number += 1
        hold(number, options, verdict, libraries[0])
    verdict.close(
        f"clocks: set {verdict.jumps} times, council's zone edited {verdict.zones} times, in {number} meetings, "
        f"acknowledged acts {verdict.acknowledged:,}, lost {verdict.lost}, doubled {verdict.doubled}"
    )


if __name__ == "__main__":
    main()
