#!/usr/bin/env python3
"""Sends every signal to the program in every state of its screen, and looks at the terminal that it leaves behind."""

import os
import shutil
import signal

from harness import *
from terminal import *

TYPED_Q = 0  # no signal: a person who leaves at once
KEPT_BY_GLIBC = (32, 33)
NUMBERS = [
    number for number in range(1, signal.SIGRTMAX + 1)
    if number not in (signal.SIGKILL, signal.SIGSTOP, *KEPT_BY_GLIBC)
]  # fmt: skip
# The program goes on after these: they mean nothing, or what they mean is over when it has looked.
HARMLESS = {signal.SIGWINCH, signal.SIGCHLD, signal.SIGCONT, signal.SIGURG}
# Ignored from the start, so that a reader who leaves ends nothing; ending by it would be as good for the terminal.
MAY_DO_EITHER = {signal.SIGPIPE}
STOPPING = {signal.SIGTSTP, signal.SIGTTIN, signal.SIGTTOU}
# The program ends by itself at these, with 128 and their number; by the signal itself is as good for a shell.
ANSWERED = {signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT}


def at_note(terminal):
    terminal.press("n")
    terminal.wait("Enter record")
    terminal.press("half a note")
    terminal.wait("half a note")


def at_voting(terminal):
    terminal.press("v")
    terminal.wait("Enter tally")


def at(keys, what):
    def reach(terminal):
        terminal.press(keys)
        terminal.wait(what)

    return reach


def at_closing(terminal):
    terminal.press("C")
    terminal.wait("Close the meeting?")


def at_page(name):
    def reach(terminal):
        terminal.press(f":{name}\r")
        terminal.wait(name, until=lambda: "Enter run" not in terminal.text and "n note" not in last_line(terminal))

    return reach


def at_themes(terminal):
    terminal.press(":theme\r")
    terminal.wait("the themes", until=lambda: "base16" in terminal.text or "Enter" in last_line(terminal))


def last_line(terminal):
    return terminal.text.rstrip().rpartition("\n")[2]


def at_editor(terminal):
    terminal.press("n")
    terminal.wait("Enter record")
    terminal.press("half a note\x05")
    terminal.wait("THE EDITOR IS OPEN")


def at_stop(terminal):
    terminal.press("\x1a")
    if not terminal.follow(PATIENCE, until=lambda: terminal.stopped):
        raise Never("Ctrl-Z does not suspend")


STATES = {
    "roll call": None,
    "agenda": at("1", "1 AGENDA"),
    "note": at_note,
    "voting": at_voting,
    "decision": at("d", "Esc"),
    "help": at("?", "Esc"),
    "command line": at(":go ", "Enter run"),
    "themes": at_themes,
    "presenter": at(":presenter\r", "item 1 of"),
    "preview": at_page("preview"),
    "portfolio": at_page("portfolio"),
    "closing": at_closing,
    "just closed": lambda terminal: (at_closing(terminal), terminal.press("\r")),
    "picker": None,
    "editor": at_editor,
    "suspended": at_stop,
    "mouse on": lambda terminal: (terminal.press("M"), terminal.wait("the mouse", until=lambda: 1000 in terminal.emulator.modes)),
}  # fmt: skip


def begin(state, options, folder):
    """The program in a state; its acknowledged acts."""
    ledger = Ledger()
    if state not in ("roll call", "picker"):
        shutil.rmtree(folder.path)
        shutil.copytree(options.opened.path, folder.path)
    editor = folder.at("editor")
    with open(editor, "w", encoding="utf-8") as file:
        file.write("#!/bin/sh\necho THE EDITOR IS OPEN\nread -r line\n")
    os.chmod(editor, 0o755)
    # Without a day, and with three agendas of other days than today, the program asks.
    more = ["--dir", folder.path] if state == "picker" else [DAY]
    terminal = screen(options.binary, folder, *more, environment_more={"EDITOR": editor})
    try:
        reach(terminal, ledger, state)
    except Never:
        terminal.close()
        raise
    return terminal, ledger


def reach(terminal, ledger, state):
    """Goes from the first picture to a state."""
    if state == "picker":
        terminal.wait("the picker or the roll", until=lambda: "Which meeting?" in terminal.text or "Roll" in terminal.text)
        return
    if state == "roll call":
        terminal.wait("Roll call")
        terminal.press("p")
        terminal.wait("present")
        terminal.wait("● recorded")
        return
    terminal.wait("1 of 6")
    act = ledger.enter("noted", "kept0x")
    note(terminal, "kept0x")
    terminal.wait("● recorded")
    ledger.acknowledge(act)
    STATES[state](terminal)


def answers(terminal):
    """Whether the program still draws: a new size makes any picture new."""
    columns, rows = terminal.size
    mark = len(terminal.raw)
    terminal.resize(columns + 1, rows)
    return terminal.follow(PATIENCE, until=lambda: len(terminal.raw) > mark or terminal.has_ended) and not terminal.has_ended


def name_of(number):
    if number == TYPED_Q:
        return "q"
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"SIGRTMIN+{number - signal.SIGRTMIN}"


def round_of(number, state, options, verdict):
    where = f"{name_of(number)} at {state}"
    verdict.told(where)
    with Folder() as folder:
        try:
            terminal, ledger = begin(state, options, folder)
            with terminal:
                strike(terminal, number, state, where, verdict)
                check_closed(terminal, folder, number, state, where, verdict)
            wrong, lost, _ = ledger.faults(folder.record.entries())
            verdict.lost += lost
            for what in wrong:
                verdict.fault(where, what)
        except (Never, OSError) as error:
            verdict.fault(where, f"{type(error).__name__}: {error}")


def check_closed(terminal, folder, number, state, where, verdict):
    """Files are whole or absent; a program that was asked to end, and could say so, has written them all."""
    for what in check_minutes(folder):
        verdict.fault(where, what)
    is_asked = number in (TYPED_Q, signal.SIGTERM, signal.SIGHUP)
    kinds = [kind for _, kind, _ in folder.record.entries()]
    if state == "just closed" and terminal.has_ended and is_asked and "closed" in kinds:
        left = missing_minutes(folder) + [os.path.basename(path) for path in folder.hidden()]
        if left:
            verdict.fault(where, f"closed and left with {terminal.status}, and not written, or left over: {', '.join(left)}")


def given_back(terminal, where, verdict, when):
    if wrong := terminal.left_behind():
        verdict.fault(where, f"{when}: the terminal is not given back: {'; '.join(wrong)}")


def strike(terminal, number, state, where, verdict):
    if number == TYPED_Q:
        terminal.press("q")
        if not terminal.wait_end():
            return verdict.fault(where, "does not leave")
        if terminal.status != 0:
            verdict.fault(where, f"left with {terminal.status}")
        return given_back(terminal, where, verdict, "left")
    terminal.signal(number)
    if state == "suspended":
        # A stopped process hears it when it goes on.
        given_back(terminal, where, verdict, "stopped")
        if number != signal.SIGCONT and not terminal.has_ended:
            terminal.signal(signal.SIGCONT)
            # What is said of its stop is of the one before, until it is heard to go on.
            terminal.follow(PATIENCE, until=lambda: not terminal.stopped or terminal.has_ended)
    # While an editor has the terminal, its keys' signals are the editor's alone.
    is_the_editors = state == "editor" and number in (signal.SIGINT, signal.SIGQUIT)
    if number in HARMLESS or is_the_editors:
        if state != "editor" and not answers(terminal):
            verdict.fault(where, f"does not go on after it: {terminal.state}")
        elif state == "editor" and terminal.follow(0.3, until=lambda: terminal.has_ended):
            verdict.fault(where, f"ended while the editor was open: {terminal.status}")
        return
    if number in STOPPING:
        stopped = terminal.follow(0.5 if state in ("suspended", "editor") else 5, until=lambda: terminal.stopped or terminal.has_ended)
        if terminal.stopped:
            given_back(terminal, where, verdict, "stopped")
            terminal.signal(signal.SIGCONT)
            terminal.follow(PATIENCE, until=lambda: not terminal.stopped)
        elif terminal.has_ended:
            return ended(terminal, number, where, verdict)
        elif number == signal.SIGTSTP and state not in ("suspended", "editor"):
            verdict.fault(where, "does not stop")
        if state != "editor" and not answers(terminal):
            verdict.fault(where, f"does not go on after being stopped: {terminal.state}")
        return
    if number in MAY_DO_EITHER:
        if not terminal.follow(0.3, until=lambda: terminal.has_ended):
            if state != "editor" and not answers(terminal):
                verdict.fault(where, "neither goes on nor ends")
            return
    if state == "editor" and not terminal.follow(1, until=lambda: terminal.has_ended):
        # Whoever waits for an editor may hear of it when the editor has come back.
        terminal.press("\r")
    if not terminal.wait_end():
        return verdict.fault(where, "does not end")
    ended(terminal, number, where, verdict)


def ended(terminal, number, where, verdict):
    """The program has ended: by the signal, or with its number; and the terminal is as it was."""
    terminal.settle(0.01)
    wanted = {-number} | ({128 + number} if number in ANSWERED else set())
    if number not in MAY_DO_EITHER and terminal.status not in wanted:
        verdict.fault(where, f"ended with {terminal.status} instead of {' or '.join(map(str, sorted(wanted)))}")
    given_back(terminal, where, verdict, "ended")


def ending_overtakes_stopping(options, verdict):
    """Ctrl-Z is typed while the program hears nothing, then it is asked to end: nobody is there to continue it twice."""
    where = "Ctrl-Z before SIGTERM"
    with Folder() as folder:
        try:
            terminal, _ = begin("agenda", options, folder)
            with terminal:
                terminal.signal(signal.SIGSTOP)
                terminal.follow(PATIENCE, until=lambda: terminal.stopped)
                terminal.press("\x1a")
                terminal.signal(signal.SIGTERM)
                terminal.signal(signal.SIGCONT)
                if not terminal.wait_end():
                    return verdict.fault(where, "stops" if terminal.stopped else "does not end")
                ended(terminal, signal.SIGTERM, where, verdict)
        except (Never, OSError) as error:
            verdict.fault(where, f"{type(error).__name__}: {error}")


def main():
    options = arguments("Sends every signal in every state of the screen.", 60)
    verdict = Verdict(options)
    verdict.lost = 0
    pairs = [(number, state) for number in NUMBERS for state in STATES]
    options.random.shuffle(pairs)
    # Every signal comes once before one comes twice.
    seen, order = {}, []
    for number, state in pairs:
        seen[number] = seen.get(number, 0) + 1
        order.append((seen[number], len(order), number, state))
    rounds = [(number, state) for _, _, number, state in sorted(order)]
    # Whoever closes and leaves at once is the usual case: so is every tenth round.
    hasty = [TYPED_Q, signal.SIGTERM, signal.SIGHUP]
    with Folder() as options.opened:
        lines = [f"roll {who} present" for who in MEMBERS] + ["open", "go 1"]
        command(options.binary, options.opened, "console", DAY, text="\n".join(lines) + "\n")
        ending_overtakes_stopping(options, verdict)
        for index in range(options.count):
            number, state = rounds[(index - index // 10) % len(rounds)]
            if index % 10 == 9:
                number, state = hasty[index // 10 % 3], "just closed"
            round_of(number, state, options, verdict)
    verdict.close(f"signals: {options.count}, of {len(NUMBERS)} kinds in {len(STATES)} states, acknowledged acts lost {verdict.lost}")


if __name__ == "__main__":
    main()
