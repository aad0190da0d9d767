"""Random acts of a meeting as lines, each with what the record must hold of it and what acknowledges it."""

import re

from harness import MEMBERS


class Line:
    """A line to enter: the kind of its entry, a token that only this entry has, and the answer that acknowledges it."""

    def __init__(self, text, kind, token, answer):
        self.text, self.kind, self.token, self.answer = text, kind, token, re.compile(answer)

    def is_acknowledged(self, lines):
        return any(self.answer.search(line) for line in lines)


class Acts:
    """Makes lines that mostly fit the moment; the program may refuse any of them."""

    def __init__(self, chance, name="t"):
        self.chance, self.name, self.made, self.item = chance, name, 0, 1
        self.is_voting = False

    def token(self):
        """A word that stands nowhere else."""
        self.made += 1
        return f"{self.name}{self.made}q"

    def opening(self):
        lines = [Line(f"roll {who} present", "rolled", None, r" present$") for who in MEMBERS]
        return [*lines, Line("open", "opened", None, "the meeting is open"), self.go(1)]

    def go(self, item):
        self.item = item
        return Line(f"go {item}", "went", None, f"^item {item} of ")

    def next(self):
        chance, token = self.chance, self.token()
        if self.is_voting:
            return self.in_vote(token)
        what = chance.choices(
            ["note", "action", "amend", "motion", "decide", "go", "clock", "concern"], [8, 2, 2, 4, 2, 2, 1, 2])[0]  # fmt: skip
        if what == "note":
            # A long note fills more than one page of the record.
            more = " long" * chance.choice([0, 0, 0, 2000])
            return Line(f"note {token}{more}", "noted", token, f"recorded: {token}")
        if what == "concern":
            return Line(f"note @lena concern: {token}", "noted", token, f"concern .*recorded:.* {token}")
        if what == "action":
            return Line(f"action @{chance.choice(MEMBERS)} {token}", "assigned", token, f"^action .*{token}")
        if what == "amend":
            # The next amendment of the field says this one's word as what was before.
            return Line(f"amend pod = {token}", "amended", f'"after":"{token}"', f"^amendment .*→ {token}")
        if what == "motion":
            self.is_voting = True
            return Line(f"motion {token}", "moved", token, f"^motion .*{token}")
        if what == "decide":
            return Line(f"decide defer because {token}", "decided", token, f"^because: {token}")
        if what == "clock":
            return Line("clock add 1", "clocked", None, "^the clock")
        return self.go(chance.choice([item for item in range(1, 7) if item != self.item]))

    def in_vote(self, token):
        chance = self.chance
        if chance.random() < 0.25:
            self.is_voting = False
            return Line("tally", "tallied", None, "^tally:")
        who, choice = chance.choice(MEMBERS[1:]), chance.choice(["yes", "no", "abstain"])
        return Line(f"vote {who} {choice} because {token}", "balloted", token, f"(: |→ ){choice}s? because {token}")
