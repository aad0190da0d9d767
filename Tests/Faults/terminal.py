"""The program on a terminal of its own, and what a person does there."""

import fcntl
import os
import select
import signal
import struct
import termios
import time

from emulator import Emulator
from harness import *


class Terminal:
    """A program on a terminal of its own, in the foreground of a session that it does not lead, as under a shell."""

    def __init__(self, command, folder, columns=120, rows=40, environment_more=None):
        self.emulator = Emulator(columns, rows)
        self.size = (columns, rows)
        self.raw = bytearray()
        self.master, self.slave = os.openpty()
        self.resize_only(columns, rows)
        self.before = termios.tcgetattr(self.slave)
        self.events, writing = os.pipe()
        self.stay, leaving = os.pipe()
        self.leader = os.fork()
        if self.leader == 0:
            os.close(self.events)
            os.close(leaving)
            self.lead(command, environment(folder, environment_more), writing)
        os.close(writing)
        os.close(self.stay)
        self.stay = leaving
        self.pid, self.status, self.stopped = None, None, None
        # Whether a program that has stopped is continued when it takes no keys, as a person does with `fg`.
        self.is_continued = False
        self.pending = b""
        self.follow(PATIENCE, until=lambda: self.pid is not None)

    def lead(self, command, variables, writing):
        """Leads the session, and reports what becomes of the program, until nobody listens any more."""
        try:
            os.setsid()
            # Who reads this script's output waits for nobody else.
            nothing = os.open(os.devnull, os.O_RDWR)
            for descriptor in (0, 1, 2):
                os.dup2(nothing, descriptor)
            fcntl.ioctl(self.slave, termios.TIOCSCTTY, 0)
            for number in (signal.SIGTTOU, signal.SIGTTIN, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP):
                signal.signal(number, signal.SIG_IGN)
            child = os.fork()
            if child == 0:
                os.setpgid(0, 0)
                os.tcsetpgrp(self.slave, os.getpid())
                for number in range(1, signal.SIGRTMAX + 1):
                    if number not in (signal.SIGKILL, signal.SIGSTOP, 32, 33):
                        signal.signal(number, signal.SIG_DFL)
                for descriptor in (0, 1, 2):
                    os.dup2(self.slave, descriptor)
                os.closerange(3, 256)
                try:
                    os.execvpe(command[0], command, variables)
                finally:
                    os._exit(127)
            os.write(writing, f"pid {child}\n".encode())
            while True:
                _, status = os.waitpid(child, os.WUNTRACED | os.WCONTINUED)
                if os.WIFSTOPPED(status):
                    os.write(writing, f"stopped {os.WSTOPSIG(status)}\n".encode())
                elif os.WIFCONTINUED(status):
                    os.write(writing, b"continued 0\n")
                else:
                    os.write(writing, f"ended {os.waitstatus_to_exitcode(status)}\n".encode())
                    break
            os.read(self.stay, 1)
        finally:
            os._exit(0)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def follow(self, limit, until=lambda: False, quiet=None):
        """Reads what the program writes, until something is so, or all is quiet, or the time is over."""
        deadline = time.monotonic() + limit
        while not until():
            left = deadline - time.monotonic()
            if left <= 0:
                return False
            ready = select.select([self.master, self.events], [], [], left if quiet is None else min(left, quiet))[0]
            if not ready:
                if quiet is not None:
                    return False
                continue
            # Output first: what was written before the end counts.
            if self.master in ready:
                data = os.read(self.master, 1 << 16)
                self.raw += data
                self.emulator.feed(data)
            elif self.events in ready:
                data = os.read(self.events, 4096)
                if not data:
                    return until()
                self.pending += data
                *lines, self.pending = self.pending.split(b"\n")
                for line in lines:
                    word, number = line.split()
                    if word == b"pid":
                        self.pid = int(number)
                    elif word == b"stopped":
                        self.stopped = int(number)
                    elif word == b"continued":
                        self.stopped = None
                    else:
                        self.status = int(number)
        return True

    @property
    def has_ended(self):
        return self.status is not None

    @property
    def text(self):
        return self.emulator.text

    def press(self, keys):
        """Writes keys to the terminal, reading what comes back so that neither side waits for the other."""
        data = keys if isinstance(keys, bytes) else keys.encode()
        deadline = time.monotonic() + PATIENCE
        os.set_blocking(self.master, False)
        try:
            while data:
                try:
                    data = data[os.write(self.master, data[:4096]) :]
                except BlockingIOError:
                    if time.monotonic() > deadline:
                        raise Never(f"the program takes no keys for {PATIENCE:.0f} s")
                    self.follow(0.05, until=lambda: self.has_ended)
                    if self.stopped and self.is_continued:
                        # Once: the word that it goes on comes later.
                        self.stopped = None
                        self.signal(signal.SIGCONT)
                if self.has_ended:
                    return
                self.follow(0)
        finally:
            os.set_blocking(self.master, True)

    def wait(self, what, limit=PATIENCE, until=None):
        """Waits until the screen shows a text, or until something is so."""
        check = until or (lambda: what in self.text)
        if not self.follow(limit, until=lambda: check() or self.has_ended) or not check():
            raise Never(f"waited in vain for {what!r} ({self.state})\n{self.text}")

    @property
    def state(self):
        return f"ended with {self.status}" if self.has_ended else "stopped" if self.stopped else "running"

    def wait_end(self, limit=PATIENCE):
        return self.follow(limit, until=lambda: self.has_ended)

    def settle(self, quiet=0.05, limit=2.0):
        """Reads until nothing comes for a moment."""
        self.follow(limit, until=lambda: self.has_ended, quiet=quiet)

    def signal(self, number):
        os.kill(self.pid, number)

    def resize_only(self, columns, rows):
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def resize(self, columns, rows):
        self.size = (columns, rows)
        self.emulator.resize(columns, rows)
        self.resize_only(columns, rows)

    def left_behind(self):
        """What of the terminal is not as it was found; empty if it was given back."""
        wrong = []
        after = termios.tcgetattr(self.slave)
        if after != self.before:
            names = ["input", "output", "control", "local", "ispeed", "ospeed", "characters"]
            wrong.append("modes differ: " + ", ".join(n for n, a, b in zip(names, self.before, after) if a != b))
        modes = self.emulator.modes
        if 1049 in modes or 47 in modes or 1047 in modes:
            wrong.append("the alternate screen is still shown")
        if 25 not in modes:
            wrong.append("the cursor is hidden")
        if 2004 in modes:
            wrong.append("bracketed paste is on")
        if modes & {9, 1000, 1001, 1002, 1003, 1005, 1006, 1015}:
            wrong.append("the mouse is on")
        if self.emulator.keypad or 1 in modes:
            wrong.append("the keypad sends application codes")
        return wrong

    def kill(self):
        if not self.has_ended and self.pid:
            try:
                # With all that it started: a tracer would leave behind what it traces.
                os.killpg(self.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
            self.wait_end()

    def close(self):
        self.kill()
        for descriptor in (self.stay, self.events, self.master, self.slave):
            try:
                os.close(descriptor)
            except OSError:
                pass
        try:
            os.waitpid(self.leader, 0)
        except ChildProcessError:
            pass


def screen(binary, folder, *more, columns=120, rows=40, before=(), environment_more=None):
    """`mlreview run` on a terminal."""
    words = [*before, binary, "run", "--dir", folder.path, *(more or [DAY])]
    return Terminal(words, folder, columns, rows, environment_more)


def says_recorded(terminal):
    """Whether the screen claims that everything is on the disk."""
    header = terminal.text.partition("\n")[0]
    return "● recorded" in header or "● closed" in header


def says_writing(terminal):
    """Whether the screen says that the disk has not answered yet."""
    return "○ writing" in terminal.text.partition("\n")[0]


def note(terminal, text):
    """Takes a note as a person does; returns when the screen shows it among the notes, recorded or not."""
    terminal.press("n")
    terminal.wait("Enter record")
    terminal.press(text)
    terminal.wait(text)
    terminal.press("\r")
    terminal.wait("the note taken", until=lambda: "Enter record" not in terminal.text and text in terminal.text)


def type_command(terminal, line):
    """Runs a `:` line; returns whether it was taken. A refused one stays on the screen, and is left here."""
    terminal.press(":")
    terminal.wait("Enter run")
    terminal.press(line)
    terminal.wait(":" + line[-40:], until=lambda: line[-40:] in terminal.text)
    terminal.press("\r")
    if terminal.follow(2, until=lambda: "Enter run" not in terminal.text or terminal.has_ended):
        return True
    escape(terminal)
    return False


def escape(terminal):
    """Escape alone: what follows at once would be taken for Alt with a key."""
    terminal.press("\x1b")
    terminal.settle(0.15)


def hold_until_open(terminal, item=1):
    """From the roll call to an open meeting at its first item."""
    terminal.wait("Roll call")
    terminal.press("p" * len(MEMBERS))
    terminal.press("\r")
    terminal.wait(f"{item} of 6")
    terminal.wait("● recorded")
