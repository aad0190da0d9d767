"""Terminals that have joined a hosted meeting, as the host's socket sees them."""

import contextlib
import glob
import json
import os
import selectors
import socket
import subprocess
import threading
import time
import uuid

import places
import terminal


# The version of the line, as Sources/Live/Frame.swift has it.
VERSION = 2


class Joined:
    """A terminal that has joined, and has read all acts so far."""

    def __init__(self, path, who=None):
        self.socket, self.waiting, self.last = socket.socket(socket.AF_UNIX), b"", 0
        self.socket.connect(path)
        if who:
            self.send({"relay": {"version": VERSION, "on": "benchmark", "handle": who}})
        self.send({"hello": {"version": VERSION, "program": "benchmark", "knows": 0, "isPresenter": who is None}})
        count = self.next()["welcome"]["entries"]
        while self.last < count:
            self.next()

    def send(self, frame):
        self.socket.sendall(json.dumps(frame).encode() + b"\n")

    def next(self):
        while b"\n" not in self.waiting:
            data = self.socket.recv(1 << 20)
            if not data:
                raise EOFError("the host has left")
            self.waiting += data
        line, _, self.waiting = self.waiting.partition(b"\n")
        frame = json.loads(line)
        if "entries" in frame:
            self.last = frame["entries"]["rows"][-1]["number"]
        return frame

    def begin(self, request):
        self.send({"ask": {"id": str(uuid.uuid4()).upper(), "known": 0, "request": request}})

    def finish(self):
        while "answer" not in (frame := self.next()):
            pass
        if why := frame["answer"].get("why"):
            raise ValueError(why)

    def pass_over(self):
        """Drops what has arrived, so that the host does not wait."""
        self.socket.setblocking(False)
        with contextlib.suppress(BlockingIOError):
            while self.socket.recv(1 << 20):
                pass
        self.socket.setblocking(True)


def note(text):
    return {"note": {"speaker": "bo", "kind": "plain", "text": text}}


class Host:
    """`mlreview host --console` with an open vote, a member who speaks, and forty terminals that look on."""

    def __init__(self, place, acts):
        self.folder = place.council("hosted", 1)
        self.binary, self.acts = place.binary, acts
        self.process = subprocess.Popen(
            [self.binary, "host", "--console", "--dir", self.folder, places.DAY], stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
        for line in [f"roll {who} present" for who in places.PRESENT] + ["open", "motion"]:
            self.process.stdin.write(line.encode() + b"\n")
        self.process.stdin.flush()
        self.path = f"{self.folder}/.mlreview.live/{places.DAY}.sock"
        self.member = self.wait()
        self.terminals = [Joined(self.path, "wen" if number < 20 else None) for number in range(40)]

    def wait(self):
        """The member's terminal, once the meeting is there and the vote is open."""
        for _ in range(200):
            with contextlib.suppress(OSError):
                member = Joined(self.path, "bo")
                if member.last >= len(places.PRESENT) + 3:
                    return member
            time.sleep(0.05)
        raise TimeoutError("nobody hosts")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait()

    def ballots(self, count):
        """Seconds until a ballot is acknowledged, and beside each those of writing as much to the same disk."""
        acknowledged, raw = [], []
        file = os.open(os.path.join(self.folder, "raw"), os.O_CREAT | os.O_WRONLY | os.O_APPEND)
        for number in range(count):
            begun = time.perf_counter()
            self.member.begin({"vote": {"who": "bo", "choice": ["yes", "no"][number % 2]}})
            self.member.finish()
            acknowledged.append(time.perf_counter() - begun)
            raw.append(write(file))
        os.close(file)
        for other in self.terminals:
            other.pass_over()
        return acknowledged, raw

    def seen(self, count):
        """Seconds until each of the forty terminals has an act."""
        times = []
        for number in range(count):
            with selectors.DefaultSelector() as selector:
                for other in self.terminals:
                    selector.register(other.socket, selectors.EVENT_READ, other)
                begun = time.perf_counter()
                self.member.begin(note(f"note {number}"))
                while selector.get_map():
                    for key, _ in selector.select():
                        key.data.next()
                        selector.unregister(key.fileobj)
                        times.append(time.perf_counter() - begun)
            self.member.finish()
        return times

    def fill(self):
        """Brings the meeting to so many acts."""
        while self.member.last < self.acts:
            some = min(50, self.acts - self.member.last)
            for number in range(some):
                self.member.begin(note(f"a longer note about the matter, number {number}"))
            for _ in range(some):
                self.member.finish()
            for other in self.terminals:
                other.pass_over()

    def join(self):
        """Seconds that `mlreview join` takes from its start until it has shown all acts and left."""
        begun = time.perf_counter()
        subprocess.run(
            [self.binary, "join", "--console", "--dir", self.folder, "--presenter"], stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, check=True)  # fmt: skip
        return time.perf_counter() - begun


def typing(binary, folder, count, joined):
    """A round of typing at the host's own terminal while so many have joined."""
    done = threading.Event()
    with terminal.Terminal([binary, "host", "--dir", folder], "recorded") as program:
        others = []
        if joined:
            (path,) = glob.glob(f"{folder}/.mlreview.live/*.sock")
            others = [Joined(path) for _ in range(joined)]
        reader = threading.Thread(target=pass_over, args=(others, done))
        reader.start()
        try:
            program.rest(0.4)
            program.press(b"n")
            return program.type(count)
        finally:
            done.set()
            reader.join()


def pass_over(others, done):
    while not done.wait(0.05):
        for other in others:
            other.pass_over()


def write(file):
    """Seconds that one page takes to the disk."""
    begun = time.perf_counter()
    os.write(file, b"x" * 4096)
    os.fdatasync(file)
    return time.perf_counter() - begun
