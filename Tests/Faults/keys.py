#!/usr/bin/env python3
"""Types what a cat on the keyboard would type, and sees that the program goes on and gives the terminal back."""

import os
import time

from harness import *
from terminal import *

NAMED = [
    b"\r", b"\x1b", b"\t", b"\x1b[Z", b"\x7f", b"\x1bOA", b"\x1bOB", b"\x1bOC", b"\x1bOD", b"\x1bOH", b"\x1bOF", b"\x1b[5~",
    b"\x1b[6~", b"\x1b[3~", b"\x1b[2~", b"\x1bOP", b"\x1bOQ", b"\x1b[15~", b"\x1b[24~", b"\x1b\r", b"\x1bb", b"\x1bf", b"\x1bd",
    b"\x1b[1;5C", b"\x1b[1;5D", b"\x1b[1;2A",
]  # fmt: skip
# Ctrl-Z is sent apart, as it stops the program; Ctrl-S and Ctrl-Q would be the terminal's own.
CONTROLS = [bytes([code]) for code in range(1, 27) if code not in (17, 19, 26)]
# Keys that do something are worth more than those that do nothing.
COMMANDS = b"nvdaeomtTCupgr][:/?ypMyYnarbLLHs12345jk\t\r\r\r"
WORDS = ["note ", "@lena ", "concern: ", "private: ", "motion\r", "vote bo yes\r", "tally\r", "decide approve\r", "close\r",
         "reopen because x\r", "preview\r", "presenter\r", "portfolio\r", "theme\r", "go 2\r", "undo\r", "redo\r", "reload\r",
         "find of\r", "library actions\r", "history\r", "copy\r", "mouse\r", "publish replace\r", "help note\r", "amend pod = x\r", "clock add 3\r"]  # fmt: skip
TEXTS = ["é", "陳美玲", "👩‍👩‍👧‍👧", "é̂̃", "\u202eabc", "🇸🇪", "ﷺ", "\u200b", "x" * 40]
HALVES = [b"\x1b[", b"\x1b[<", b"\x1b[<0;", b"\x1b[<0;12;", b"\x1bO", b"\x1b[M", b"\x1b[200", b"\xc3", b"\xf0\x9f", b"\x1b[1;", b"\x1b]52;"]


class Cat:
    """Makes random input, a piece at a time, and counts its keys."""

    def __init__(self, chance, big):
        self.chance, self.big = chance, big

    def piece(self):
        """Bytes, and as how many keys they count."""
        chance = self.chance
        what = chance.choices(
            ["command", "named", "control", "letters", "words", "text", "mouse", "paste", "half", "noise"],
            [30, 15, 8, 12, 6, 4, 6, 1, 2, 1])[0]  # fmt: skip
        if what == "command":
            return bytes([chance.choice(COMMANDS)]), 1
        if what == "named":
            return chance.choice(NAMED), 1
        if what == "control":
            return chance.choice(CONTROLS), 1
        if what == "letters":
            return bytes(chance.choices(range(32, 127), k=8)), 8
        if what == "words":
            word = chance.choice(WORDS)
            return chance.choice([b"", b":", b"\x1b:"]) + word.encode(), len(word)
        if what == "text":
            return chance.choice(TEXTS).encode(), 1
        if what == "mouse":
            button, end = chance.choice([0, 0, 1, 2, 32, 64, 65, 128]), chance.choice("Mm")
            return f"\x1b[<{button};{chance.randint(0, 300)};{chance.randint(0, 100)}{end}".encode(), 1
        if what == "paste":
            return self.paste(), 1
        if what == "half":
            return chance.choice(HALVES), 1
        return bytes(byte for byte in chance.choices(range(128, 256), k=6)), 6

    def paste(self):
        chance = self.chance
        size = chance.choice([0, 10, 200, 5_000]) if chance.random() > self.big else chance.choice([100_000, 1_000_000])
        line = chance.choice(["a line of words that was copied\n", "x" * 97, "`*_[]()#> - ", "\t\r\n", "é陳👩‍👧 "])
        text = (line * (size // len(line) + 1))[:size]
        return b"\x1b[200~" + text.encode() + (b"\x1b[201~" if chance.random() > 0.05 else b"")


def is_alive(terminal, limit):
    """Whether the program draws again: another size makes every picture new."""
    for step in (1, -1):
        mark = len(terminal.raw)
        terminal.resize(max(2, terminal.size[0] + step), terminal.size[1])
        deadline = time.monotonic() + limit
        while len(terminal.raw) == mark and not terminal.has_ended:
            if time.monotonic() > deadline:
                return False
            terminal.follow(0.2, until=lambda: len(terminal.raw) > mark or terminal.has_ended)
            if terminal.stopped:
                terminal.signal(signal.SIGCONT)
    return True


def hold(number, options, verdict, left):
    """One program until it is left, or three thousand keys were typed; how many were."""
    chance, typed = options.random, 0
    cat = Cat(chance, 0.02 if options.large else 0)
    where = f"program {number}"
    recent, has_interrupted = bytearray(), False
    with Folder() as folder, screen(options.binary, folder) as terminal:
        terminal.emulator.feed = terminal.emulator.follow_modes
        # A Ctrl-Z that is heard late stops it while other keys are on their way.
        terminal.is_continued = True
        try:
            terminal.follow(PATIENCE, until=lambda: len(terminal.raw) > 2000 or terminal.has_ended)
            if chance.random() < 0.8:
                terminal.press(b"p" * 9 + b"\r")
            limit = min(left, 3_000)
            while typed < limit and not terminal.has_ended:
                data = bytearray()
                for _ in range(chance.choice([1, 5, 40])):
                    piece, count = cat.piece()
                    data += piece
                    typed += count
                recent = (recent + data)[-400:]
                has_interrupted = has_interrupted or b"\x03" in data
                terminal.press(bytes(data))
                what = chance.random()
                if what < 0.05:
                    terminal.resize(chance.randint(1, 260), chance.randint(1, 90))
                elif what < 0.06:
                    terminal.press(b"\x1a")
                    terminal.follow(0.3, until=lambda: terminal.stopped or terminal.has_ended)
                    if terminal.stopped:
                        terminal.signal(signal.SIGCONT)
                if what > 0.8 and not terminal.has_ended:
                    began = time.monotonic()
                    if not is_alive(terminal, options.patience):
                        verdict.fault(where, f"no answer in {options.patience:.0f} s after {bytes(recent)!r}")
                        return typed
                    verdict.slowest = max(verdict.slowest, time.monotonic() - began)
                del terminal.raw[:-1000]
            leave(terminal, where, verdict, recent, options, has_interrupted)
            check(folder, options, where, verdict)
        except (Never, OSError) as error:
            verdict.fault(where, f"{error} after {bytes(recent)!r}")
    return typed


def leave(terminal, where, verdict, recent, options, has_interrupted):
    """Asks the program to end where it has not, and looks at what it leaves behind."""
    if not terminal.has_ended:
        terminal.signal(signal.SIGTERM)
        terminal.signal(signal.SIGCONT)
        # Minutes that are being written are waited for, a minute at most.
        if not terminal.wait_end(60 + options.patience):
            return verdict.fault(where, f"SIGTERM is not heard for {60 + options.patience:.0f} s after {bytes(recent)!r}")
    terminal.settle(0.02)
    allowed = {0, 128 + signal.SIGTERM, -signal.SIGTERM}
    # Ctrl-C comes as a signal while the terminal is the shell's: after Ctrl-Z, and when the program has left.
    if has_interrupted:
        allowed |= {128 + signal.SIGINT, -signal.SIGINT}
    # Who asks twice leaves before all is written, and is told so.
    said = bytes(terminal.raw)
    if b"are not all written" in said or b"Not recorded" in said:
        allowed.add(1)
    if terminal.status not in allowed:
        verdict.fault(where, f"ended with {terminal.status} after {bytes(recent)!r}")
    if wrong := terminal.left_behind():
        verdict.fault(where, f"the terminal is not given back: {'; '.join(wrong)}")


def check(folder, options, where, verdict):
    """The record can be read by the program, and by SQLite."""
    entries = folder.record.entries()
    if entries and not folder.record.is_sound():
        verdict.fault(where, "the record is not sound")
    status, output, errors = command(options.binary, folder, "console", DAY)
    if status != 0 or not output.startswith("ML Review of "):
        verdict.fault(where, f"the meeting does not resume: status {status}: {errors.strip() or output.strip()[-300:]}")


def more_options(parser):
    parser.add_argument("--patience", type=float, default=10, help="seconds in which an answer has to come")
    parser.add_argument("--large", action="store_true", help="pastes of up to a million characters, too")


def main():
    options = arguments("Types random keys.", 15_000, more_options)
    verdict = Verdict(options)
    verdict.slowest = 0.0
    typed = number = 0
    while typed < options.count:
        number += 1
        typed += hold(number, options, verdict, options.count - typed)
    verdict.close(f"keys: {typed:,} in {number} programs, slowest answer {verdict.slowest:.1f} s")


if __name__ == "__main__":
    main()
