#!/usr/bin/env python3
"""Lets the calls on the line between host and terminals fail, or kills one of them: what was acknowledged on either side is
recorded, once, and the terminal finds the host again."""

import os
import pwd
import shutil
import subprocess
import sys

from acts import Line
from harness import *

# Who is harmed, at which calls.
CALLS = {
    "host": ["sendto", "read", "accept", "poll", "write", "pwrite64", "fdatasync"],
    "relay": ["connect", "read", "write", "poll"],
    # No write: the library that starts the relay ends with one, and waits for its own thread for ever if that fails.
    "terminal": ["sendto", "read", "poll"],
}
# A call that claims to have taken one byte loses all others: the line is garbled.
HARMS = ["error=EPIPE", "error=EAGAIN", "error=ECONNRESET", "error=EINTR", "error=ENOBUFS", "error=EIO", "retval=1", "signal=KILL"]
NOTES = 6


class Side(Console):
    """A program on a console of its own."""

    def __init__(self, words, folder, before=()):
        self.errors = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            [*before, *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.errors, env=environment(folder)
        )
        self.buffer, self.asked = b"", 0

    @property
    def has_ended(self):
        return self.process.poll() is not None


def traced(call, harm, when):
    inject = f"inject={call}:{harm}:when={when}"
    return ["strace", "-f", "-qq", "--seccomp-bpf", "-o", "/dev/null", "-e", f"trace={call}", "-e", inject]


class Meeting:
    """A host, and a terminal that has joined through a relay."""

    def __init__(self, options, verdict, number):
        self.options, self.verdict = options, verdict
        chance = options.random
        self.who = chance.choice(sorted(CALLS))
        self.call = chance.choice(CALLS[self.who])
        # Only a call that sends can claim to have sent one byte.
        self.harm = chance.choice([harm for harm in HARMS if harm != "retval=1" or self.call in ("sendto", "write")])
        self.when = chance.randint(1, 25 if self.call in ("read", "poll", "pwrite64") else 8)
        self.where = f"round {number}: {self.who}: {self.call} {self.harm} at {self.when}"
        self.ledger, self.name = Ledger(), f"l{number}t"
        # The terminal's last answer, which may say why it ended.
        self.last = ""

    def fault(self, what):
        self.verdict.fault(self.where, what)

    def before(self, who):
        return traced(self.call, self.harm, self.when) if who == self.who else []

    def host(self, folder, before):
        return Side([self.options.binary, "host", "--console", "--dir", folder.path, DAY], folder, before)

    def join(self, folder):
        # The relay is started by the terminal, each time that it looks for the host; one of them is harmed.
        relay = os.path.join(folder.path, "relay")
        plain = f"exec '{self.options.binary}' relay --dir '{folder.path}' --as bo"
        with open(relay, "w", encoding="utf-8") as file:
            if self.who == "relay":
                harmed = " ".join(f"'{word}'" for word in self.before("relay"))
                file.write(f"#!/bin/sh\nif mkdir '{folder.path}/harmed' 2>/dev/null; then exec {harmed} {plain[5:]}; fi\n{plain}\n")
            else:
                file.write(f"#!/bin/sh\n{plain}\n")
        os.chmod(relay, 0o755)
        words = [self.options.binary, "join", "--console", "--through", relay, "--dir", folder.path, DAY]
        return Side(words, folder, self.before("terminal"))

    def say(self, side, index, who):
        token = f"{self.name}{who}{index}q"
        line = Line(f"note {token}", "noted", token, rf"note \d+ recorded: .*{token}")
        act = self.ledger.enter("noted", token)
        answers, whole = side.ask(line.text)
        if who == "t":
            self.last = "\n".join(answers)
        if line.is_acknowledged(answers):
            self.ledger.acknowledge(act)
        return whole

    def hold(self):
        with Folder() as folder:
            account = pwd.getpwuid(os.geteuid()).pw_name
            path = folder.at("agendas/council.yaml")
            with open(path, encoding="utf-8") as file:
                council = file.read()
            with open(path, "w", encoding="utf-8") as file:
                file.write(council.replace("{ handle: lena,", f"{{ handle: lena, login: {account},"))
            opening = "".join(f"roll {who} present\n" for who in MEMBERS) + "open\ngo 1\n"
            status, output, errors = command(self.options.binary, folder, "console", DAY, text=opening)
            if status != 0:
                raise Never(f"the meeting can't be opened: {status}: {output[-300:]}{errors[-300:]}")
            host, terminal = self.host(folder, self.before("host")), None
            try:
                host.ask("find nothing")
                terminal = self.join(folder)
                for index in range(NOTES):
                    if not host.has_ended:
                        self.say(host, index, "h")
                    if host.has_ended:
                        # The scribe starts it again, and the terminal finds it.
                        host.kill()
                        host = self.host(folder, [])
                        host.ask("find nothing")
                        self.verdict.restarts += 1
                    if not terminal.has_ended:
                        self.say(terminal, index, "t")
                    if terminal.has_ended:
                        said = terminal.error_text().strip() + self.last
                        if self.who != "terminal" and "mlreview: " not in said and "the host" not in said:
                            self.fault(f"the terminal ended with {terminal.process.returncode} without a word: {said[-300:]}")
                        terminal.kill()
                        self.who = "nobody"
                        terminal = self.join(folder)
                        self.verdict.restarts += 1
                for side in (terminal, host):
                    status = side.end()
                    if crashed(status):
                        self.fault(f"trapped, status {status}: {side.error_text().strip()[-300:]}")
            finally:
                for side in (host, terminal):
                    if side:
                        side.kill()
            self.check(folder)

    def check(self, folder):
        entries = folder.record.entries()
        wrong, lost, doubled = self.ledger.faults(entries)
        self.verdict.lost += lost
        self.verdict.doubled += doubled
        for what in wrong:
            self.fault(what)
        # One harm costs an answer here and there, and not the meeting.
        if len(self.ledger.acknowledged) < NOTES:
            self.fault(f"only {len(self.ledger.acknowledged)} of {2 * NOTES} notes were recorded")
        status, output, errors = command(self.options.binary, folder, "verify")
        if status != 0:
            self.fault(f"verify: status {status}: {output[-200:]}{errors[-200:]}")


def main():
    options = arguments("Lets the line between host and terminals fail.", 8)
    verdict = Verdict(options)
    verdict.lost = verdict.doubled = verdict.acknowledged = verdict.restarts = 0
    if not shutil.which("strace") or subprocess.run(["strace", "-qq", "-o", "/dev/null", "true"], capture_output=True).returncode != 0:
        print("skipped: there is no strace here, or it may not trace")
        return
    for number in range(options.count):
        meeting = Meeting(options, verdict, number)
        verdict.told(meeting.where)
        try:
            meeting.hold()
        except (Never, OSError, subprocess.TimeoutExpired) as error:
            meeting.fault(str(error))
        verdict.acknowledged += meeting.ledger.count
    verdict.close(
        f"line: {options.count} harms, {verdict.restarts} programs started again, acknowledged acts {verdict.acknowledged:,}, "
        f"lost {verdict.lost}, doubled {verdict.doubled}"
    )


if __name__ == "__main__":
    main()
