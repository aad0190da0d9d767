#!/usr/bin/env python3
"""Several terminals write at once while the host is killed and taken over, lines are cut and terminals are killed: what was
acknowledged at any of them is recorded, once."""

import glob
import pwd
import threading

from acts import Line
from harness import *
from sockets import Side

TERMINALS = MEMBERS[1:6]


class Storm:
    """One meeting with a host and several terminals, each a process of its own."""

    def __init__(self, options, verdict, folder):
        self.options, self.verdict, self.folder = options, verdict, folder
        self.chance, self.lock = options.random, threading.Lock()
        self.entered, self.acknowledged, self.made = {}, {}, 0
        self.lost = self.doubled = self.kept = self.refused = self.takeovers = self.cuts = self.killed = 0
        self.is_over = False
        self.sides = {}

    # MARK: What is entered

    @property
    def is_done(self):
        return self.is_over or len(self.acknowledged) >= self.options.count

    def token(self, kind):
        with self.lock:
            self.made += 1
            token = f"s{self.made}q"
            self.entered[token] = kind
            return token

    def line(self, who):
        """A line of the scribe's, or of a member's."""
        what = self.chance.random()
        if who == "host" and what < 0.1:
            token = self.token("moved")
            return Line(f"motion {token}", "moved", token, f"^motion .*{token}")
        if who == "host" and what < 0.2:
            return Line(self.chance.choice(["tally", f"go {self.chance.randint(1, 6)}"]), None, None, "never")
        if what < 0.4:
            token = self.token("balloted")
            return Line(f"vote {'priya' if who == 'host' else 'me'} {self.chance.choice(['yes', 'no'])} because {token}",
                        "balloted", token, f"(: |→ )(yes|no) because {token}")  # fmt: skip
        if what < 0.5:
            token = self.token("assigned")
            return Line(f"action @{self.chance.choice(MEMBERS)} {token}", "assigned", token, f"^action .*{token}")
        token = self.token("noted")
        return Line(f"note {self.chance.choice(['', 'concern: ', 'idea: '])}{token}", "noted", token, f"recorded: .*{token}")

    def say(self, side, who):
        line = self.line(who)
        answers, whole = side.ask(line.text, 60)
        is_kept = any("kept here" in answer for answer in answers)
        with self.lock:
            if line.token and (is_kept or line.is_acknowledged(answers)):
                self.acknowledged[line.token] = who
                self.kept += is_kept
            elif any(answer.startswith("refused: ") for answer in answers):
                self.refused += 1
        # Whoever writes without a pause is never done with what waits.
        time.sleep(0.02 if is_kept else 0.005)
        return whole

    # MARK: Who enters it

    def host(self):
        """Hosts, is killed, and is taken over, again and again; the last one stays."""
        words = [self.options.binary, "host", "--console", "--dir", self.folder.path, DAY]
        while True:
            side = self.sides["host"] = Side(words, self.folder)
            _, whole = side.ask("find nothing", 60)
            if not whole:
                self.verdict.fault("a takeover", f"nobody hosts: {side.error_text().strip()[-300:]}")
                self.is_over = True
                return
            if self.is_done:
                return
            timer = threading.Timer(self.chance.uniform(0.2, 3), side.process.kill)
            timer.start()
            while not self.is_done and not side.has_ended and self.say(side, "host"):
                pass
            timer.cancel()
            side.kill()
            if not self.is_done:
                self.takeovers += 1

    def terminal(self, who):
        """Writes as one person; if the terminal is killed, that person opens another."""
        relay = self.folder.at(f"relay-{who}")
        with open(relay, "w", encoding="utf-8") as file:
            file.write(f"#!/bin/sh\nexec '{self.options.binary}' relay --dir '{self.folder.path}' --as {who}\n")
        os.chmod(relay, 0o755)
        words = [self.options.binary, "join", "--console", "--through", relay, "--dir", self.folder.path, DAY]
        while True:
            side = self.sides[who] = Side(words, self.folder)
            _, whole = side.ask("find nothing", 60)
            while whole and not self.is_done:
                whole = self.say(side, who)
            if whole and side.ask("find nothing", 60)[1]:
                return
            text = side.error_text()
            side.kill()
            if side.process.returncode > 0 and "host" not in text:
                self.verdict.fault(who, f"the terminal ended with {side.process.returncode}: {text.strip()[-300:]}")
            # There may be no host yet.
            time.sleep(0.05)

    def harm(self):
        """Cuts lines, and now and then kills a terminal."""
        while not self.is_done:
            time.sleep(self.chance.uniform(0.02, 0.4))
            side = self.sides.get(self.chance.choice(TERMINALS))
            if not side or side.has_ended:
                continue
            if self.chance.random() < 0.1:
                side.process.kill()
                self.killed += 1
                continue
            for path in glob.glob(f"/proc/{side.process.pid}/task/*/children"):
                try:
                    with open(path) as file:
                        relays = [int(word) for word in file.read().split()]
                    for relay in relays:
                        os.kill(relay, signal.SIGKILL)
                        self.cuts += 1
                except (OSError, ValueError):
                    pass

    # MARK: The whole

    def guarded(self, body, *words):
        try:
            body(*words)
        except (Never, OSError) as error:
            self.verdict.fault(" ".join(words) or body.__name__, str(error))
            self.is_over = True

    def hold(self):
        account = pwd.getpwuid(os.geteuid()).pw_name
        path = self.folder.at("agendas/council.yaml")
        with open(path, encoding="utf-8") as file:
            council = file.read()
        with open(path, "w", encoding="utf-8") as file:
            file.write(council.replace("{ handle: lena,", f"{{ handle: lena, login: {account},"))
        opening = "".join(f"roll {who} present\n" for who in MEMBERS) + "open\ngo 1\n"
        status, output, errors = command(self.options.binary, self.folder, "console", DAY, text=opening)
        if status != 0:
            raise Never(f"the meeting can't be opened: {status}: {output[-300:]}{errors[-300:]}")
        threads = [threading.Thread(target=self.guarded, args=(self.host,)), threading.Thread(target=self.guarded, args=(self.harm,))]
        threads += [threading.Thread(target=self.guarded, args=(self.terminal, who)) for who in TERMINALS]
        try:
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            self.settle()
        finally:
            for side in self.sides.values():
                side.kill()

    def settle(self):
        """Lets the last host take in what still waits."""
        waiting = self.folder.at(".local/state/mlreview/outbox/*.outbox")
        last, since = 0, time.monotonic()
        while glob.glob(waiting):
            count = self.folder.record.ask("SELECT count(*) FROM entries")[0][0]
            if count != last:
                last, since = count, time.monotonic()
            if time.monotonic() - since > 30:
                self.verdict.fault("the end", f"{len(glob.glob(waiting))} outboxes are not sent")
                break
            time.sleep(0.2)
        for side in self.sides.values():
            side.end()

    def check(self):
        entries = self.folder.record.entries()
        if [number for number, _, _ in entries] != list(range(1, len(entries) + 1)):
            self.verdict.fault("the record", "entries are not numbered without gaps")
        found = {}
        for _, kind, text in entries:
            for token in re.findall(r"\bs\d+q\b", text):
                if self.entered.get(token) == kind:
                    found[token] = found.get(token, 0) + 1
        lost = [token for token in self.acknowledged if token not in found]
        doubled = [token for token, count in found.items() if count > 1]
        for token in lost:
            self.verdict.fault(self.acknowledged[token], f"lost: {self.entered[token]} {token}")
        for token in doubled:
            self.verdict.fault("the record", f"doubled: {self.entered[token]} {token}: {found[token]}")
        status, output, errors = command(self.options.binary, self.folder, "verify")
        if status != 0:
            self.verdict.fault("verify", f"status {status}: {output[-200:]}{errors[-200:]}")
        self.lost, self.doubled = len(lost), len(doubled)


def main():
    options = arguments("Kills host, lines and terminals of a meeting at which several write.", 400)
    verdict = Verdict(options)
    with Folder() as folder:
        storm = Storm(options, verdict, folder)
        for step in (storm.hold, storm.check):
            try:
                step()
            except (Never, OSError, subprocess.TimeoutExpired) as error:
                verdict.fault("the meeting", str(error))
        verdict.close(
            f"storm: {storm.takeovers} hosts killed and taken over, {storm.cuts} lines cut, {storm.killed} terminals killed, "
            f"acknowledged acts {len(storm.acknowledged):,} ({storm.kept:,} kept first), refused {storm.refused:,}, "
            f"lost {storm.lost}, doubled {storm.doubled}"
        )


if __name__ == "__main__":
    main()
