#!/usr/bin/env python3
"""Kills the program at random moments of random acts, and looks for what it had said it has recorded."""

import os
import re
import threading
import time

from acts import Acts, Line
from harness import *
from terminal import *

# At most half a second of a half-typed note may be lost; the rest is for a busy machine.
DRAFT_LOST = 1.5


class Meeting:
    """One meeting over several kills."""

    def __init__(self, options, verdict, folder, name):
        self.options, self.verdict, self.folder = options, verdict, folder
        self.chance, self.ledger = options.random, Ledger()
        self.acts = Acts(self.chance, name)
        self.kills = 0

    # MARK: Over the console

    def hold_on_console(self, lines, delay):
        """Enters lines until the program is killed."""
        console = Console(self.options.binary, self.folder)
        console.send("find @@0@")
        console.read_until("@@0@")
        timer = threading.Timer(delay, console.process.kill)
        timer.start()
        for line in lines:
            act = self.ledger.enter(line.kind, line.token)
            heard, whole = console.ask(line.text)
            if line.is_acknowledged(heard):
                self.ledger.acknowledge(act)
            if not whole:
                break
        console.kill()
        timer.cancel()
        timer.join()

    def some(self):
        """Lines without end."""
        while True:
            yield self.acts.next()

    # MARK: On the screen

    def hold_on_screen(self, delay):
        """Takes notes on the screen until the program is killed, mostly half-way through one.

        Returns what was typed of that one, each state with its moment, and when the kill came.
        """
        typed = []
        with screen(self.options.binary, self.folder) as terminal:
            terminal.wait("the meeting", until=lambda: re.search(r"\d of 6", terminal.text))
            terminal.settle(0.05)
            # A vote that is open, or the draft of before, may be in front.
            for _ in range(2):
                escape(terminal)
            deadline = time.monotonic() + delay
            is_first = True
            while not terminal.has_ended:
                terminal.press("n")
                terminal.wait("Enter record")
                if is_first:
                    # What was kept of the last note is cleared away, line by line.
                    terminal.press("\x15" * 3)
                    is_first = False
                token = self.acts.token()
                text = ""
                for character in token + " half of a note that goes on for a while":
                    terminal.press(character)
                    text += character
                    typed.append((time.monotonic(), text))
                    terminal.settle(0.001, self.chance.choice([0.005, 0.005, 0.05]))
                    if time.monotonic() > deadline:
                        terminal.wait("the typed", until=lambda: terminal.has_ended or text[-20:] in terminal.text)
                        terminal.kill()
                        return typed, time.monotonic()
                typed.clear()
                act = self.ledger.enter("noted", token)
                terminal.press("\r")
                # The item's actions stand behind its notes, and may leave no row for the last one.
                terminal.wait("a note", until=lambda: "Enter record" not in terminal.text)
                if self.chance.random() < 0.2:
                    terminal.kill()
                    return [], time.monotonic()
                terminal.wait("recorded", until=lambda: says_recorded(terminal))
                self.ledger.acknowledge(act)
                if self.chance.random() < 0.2:
                    terminal.kill()
                    return [], time.monotonic()
        return [], time.monotonic()

    # MARK: After a kill

    def check(self, where):
        self.kills += 1
        wrong, lost, doubled = self.ledger.faults(self.folder.record.entries())
        self.verdict.lost += lost
        self.verdict.doubled += doubled
        for what in wrong:
            self.verdict.fault(where, what)
        status, output, errors = command(self.options.binary, self.folder, "console", DAY)
        if status != 0 or not output.startswith("ML Review of "):
            self.verdict.fault(where, f"the meeting does not resume: status {status}: {errors.strip() or output.strip()}")
        # What a killed program left undecided is decided now: the next check starts from the record.
        found = self.folder.record.entries()
        self.ledger.settle(found)
        self.acts.is_voting = "vote open on" in output
        return output

    def check_draft(self, typed, at, where):
        draft = self.folder.record.draft()
        due = [text for moment, text in typed if moment < at - DRAFT_LOST]
        if typed and due and len(draft) < len(due[-1]):
            self.verdict.fault(where, f"of {len(typed[-1][1])} typed characters the draft has {len(draft)}: {draft!r}")

    def check_files(self, where):
        """Minutes are whole or absent."""
        for what in check_minutes(self.folder):
            self.verdict.fault(where, what)

    def close_killed(self, where):
        """Kills in the middle of closing; then the meeting is reopened and closed, and all files are the program's own."""
        if self.acts.is_voting:
            self.hold_on_console([Line("tally", "tallied", None, "^tally:")], 30)
            self.acts.is_voting = False
        began = time.monotonic()
        console = Console(self.options.binary, self.folder)
        console.send("find @@0@")
        console.read_until("@@0@")
        act = self.ledger.enter("closed")
        console.send("close anyway")
        if self.chance.random() < 0.5:
            # From the first word that it is closed: what comes next is writing.
            console.read_until("the meeting is closed")
            self.ledger.acknowledge(act)
            time.sleep(self.chance.random() * self.verdict.closing)
        else:
            time.sleep(self.chance.random() * self.verdict.closing * 1.5)
        lines = console.kill()
        if act not in self.ledger.acknowledged and any("the meeting is closed" in line for line in lines):
            self.ledger.acknowledge(act)
        self.verdict.told(f"closing was killed after {time.monotonic() - began:.3f} s")
        self.check_files(where)
        self.check(where)
        self.correct(where)

    def correct(self, where):
        entries = self.folder.record.entries()
        is_closed = [kind for _, kind, _ in entries if kind in ("closed", "reopened", "opened")][-1] == "closed"
        console = Console(self.options.binary, self.folder)
        opening, _ = console.ask("find nothing")
        if is_closed:
            token = self.acts.token()
            self.ask(console, Line(f"reopen because {token}", "reopened", token, f"^open again .*{token}"), where)
            token = self.acts.token()
            self.ask(console, Line(f"note {token}", "noted", token, f"recorded: {token}"), where)
            if self.chance.random() < 0.5:
                # Killed in between: what was taken back in must not be taken for somebody's own either.
                console.kill()
                console = Console(self.options.binary, self.folder)
        began = time.monotonic()
        answers = self.ask(console, Line("close anyway", "closed", None, "the meeting is closed"), where)
        self.verdict.closing = time.monotonic() - began
        console.end()
        for line in [*opening, *answers]:
            if "edited by hand" in line:
                self.verdict.fault(where, f"its own file passes for edited by hand: {line}")
        for name in missing_minutes(self.folder):
            self.verdict.fault(where, f"closed, and {name} is not there")
        if hidden := self.folder.hidden():
            self.verdict.fault(where, f"hidden files stay after publishing: {', '.join(map(os.path.basename, hidden))}")
        self.check_files(where)

    def ask(self, console, line, where):
        act = self.ledger.enter(line.kind, line.token)
        answers, whole = console.ask(line.text)
        if line.is_acknowledged(answers):
            self.ledger.acknowledge(act)
        else:
            self.verdict.fault(where, f"`{line.text}` was not taken: {' / '.join(answers)[:300]}")
        return answers


def hold(number, options, verdict):
    """One meeting with about ten kills; how many there were."""
    with Folder() as folder:
        meeting = Meeting(options, verdict, folder, f"m{number}k")
        where = f"meeting {number}"
        try:
            while "opened" not in {kind for _, kind, _ in folder.record.entries()}:
                if meeting.kills == 20:
                    raise Never("the meeting is not open after twenty tries")
                done = {text.strip() for _, kind, text in folder.record.entries() if kind == "rolled"}
                lines = [line for line in meeting.acts.opening() if line.text.removeprefix("roll ") not in done]
                meeting.hold_on_console(lines, options.random.choice([0.02, 0.1, 5]))
                meeting.check(where)
            if "went" not in {kind for _, kind, _ in folder.record.entries()}:
                meeting.hold_on_console([meeting.acts.go(1)], 5)
            for _ in range(options.random.randint(3, 8)):
                if options.random.random() < 0.35:
                    typed, at = meeting.hold_on_screen(options.random.uniform(0.3, 1.8))
                    meeting.check_draft(typed, at, where + ", screen")
                    meeting.check(where + ", screen")
                else:
                    meeting.hold_on_console(meeting.some(), options.random.uniform(0.005, 0.4))
                    meeting.check(where + ", console")
            meeting.close_killed(where + ", closing")
        except (Never, OSError, IndexError) as error:
            verdict.fault(where, f"{type(error).__name__}: {error}")
        verdict.acknowledged += meeting.ledger.count
        verdict.told(f"{where}: {meeting.kills} kills")
        return max(1, meeting.kills)


def main():
    options = arguments("Kills the program at random moments.", 12)
    verdict = Verdict(options)
    verdict.lost = verdict.doubled = verdict.acknowledged = 0
    verdict.closing = 0.1  # seconds that closing takes here
    kills = number = 0
    while kills < options.count:
        number += 1
        kills += hold(number, options, verdict)
    verdict.close(
        f"kills: {kills}, acknowledged acts {verdict.acknowledged:,}, lost {verdict.lost}, doubled {verdict.doubled}"
    )


if __name__ == "__main__":
    main()
