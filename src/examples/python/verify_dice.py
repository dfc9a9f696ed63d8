"""Checks the dice of rooms of Parlor: whether the server was bound to every throw before the game began.

    python3 verify_dice.py record.json ...

A record is the JSON array of a room's frames in order, `opened` first, as the server gives it at records/ROOM.json.
Needs nothing but Python 3.8. What it checks is on the page "Dice" of Parlor's documentation. Tells of each record in one
line; ends with 0 if every throw of every finished game is as it had to be, with 1 if anything is wrong, and with 2 if
there is nothing to check.
"""

import base64
import hashlib
import hmac
import json
import sys

NUMBERS = 1 << 16
SIDES = 6

RIGHT, WRONG, UNTOLD = 0, 1, 2


class Wrong(Exception):
    """Something in the record is not as it has to be."""


def numbers(seed, round_, roll, entropy):
    """The endless row of 16-bit numbers from which a throw is made."""
    block = 0
    while True:
        parts = ["parlor-dice-1", str(round_), str(roll), str(block), entropy["black"] or "", entropy["white"] or ""]
        digest = hmac.new(seed, "\n".join(parts).encode(), hashlib.sha256).digest()
        for i in range(0, len(digest), 2):
            yield digest[i] << 8 | digest[i + 1]
        block += 1


def die(source, sides=SIDES):
    """One die: a number beyond the largest multiple of the sides is passed over."""
    beyond = NUMBERS - NUMBERS % sides
    number = next(n for n in source if n < beyond)
    return number % sides + 1


def throw(source, count, repeated):
    """So many dice; in a throw that decides who begins, all are thrown again while they are equal."""
    while True:
        dice = [die(source) for _ in range(count)]
        if not repeated or len(set(dice)) > 1:
            return dice


def backgammon_opening(position):
    """The match ID of GNU Backgammon tells in its bits 8 to 10 how the game stands; 0 is "not started"."""
    return base64.b64decode(position.split(":")[1])[1] & 7 == 0


def race_opening(position):
    """The race of the documentation's example writes a dash for who is to move."""
    return position.split(" ")[1] == "-"


# The games that this program knows, and how to see whether the throw from a position decides who begins.
OPENINGS = {"backgammon": backgammon_opening, "dice-race": race_opening}


def ensure(condition, what):
    if not condition:
        raise Wrong(what)


class Room:
    """What the frames so far say about the dice."""

    def __init__(self, opened):
        ensure(opened.get("type") == "opened" and opened.get("seq") == 0, "the record does not begin with an opening")
        ensure("dice" in opened, "the room has no dice")
        ensure(opened["game"] in OPENINGS, "this program does not know how dice are thrown in this game")
        self.is_opening = OPENINGS[opened["game"]]
        self.seq = 0
        self.round = 0
        self.given = {"black": None, "white": None}
        self.commitment = opened["dice"]["commitment"]
        self.checked = 0
        self.throws = []
        self.before = self.position = None
        ensure(opened["dice"]["round"] == 1, "the opening is not for round 1")

    def hear(self, frame):
        ensure(frame["seq"] == self.seq + 1, "an event is missing before it")
        self.seq = frame["seq"]
        self.before, self.position = self.position, frame.get("position", self.position)
        handler = getattr(self, "on_" + frame["type"], None)
        if handler:
            handler(frame)

    def on_seated(self, frame):
        self.given[frame["seat"]] = frame.get("entropy")

    def on_started(self, frame):
        if frame["swapped"]:
            self.given = {"black": self.given["white"], "white": self.given["black"]}
        self.round += 1
        dice = frame["dice"]
        ensure(frame["round"] == dice["round"] == self.round, "the rounds are not counted one by one")
        ensure(dice["commitment"] == self.commitment, "the commitment is not the one that was made before")
        ensure(dice["entropy"] == self.given, "the entropy is not what the players gave")
        self.throws = []

    def on_rolled(self, frame):
        self.throws.append((frame["seq"], frame["dice"], self.is_opening(self.before)))

    def on_ended(self, frame):
        seed = bytes.fromhex(frame["seed"])
        ensure(len(seed) == 32 and frame["seed"] == seed.hex(), "the seed is not 32 bytes in lower-case hexadecimal")
        ensure(hashlib.sha256(seed).hexdigest() == self.commitment, "the seed is not the one of the commitment")
        for roll, (seq, dice, opening) in enumerate(self.throws, 1):
            expected = throw(numbers(seed, self.round, roll, self.given), len(dice), opening)
            ensure(dice == expected, "throw %d of round %d is event %d: %s instead of %s" % (
                roll, self.round, seq, dice, expected))
        self.checked += len(self.throws)
        self.throws = []
        self.commitment = frame["seed"]  # the next link of the chain

    def read(self, frames):
        for frame in frames:
            try:
                self.hear(frame)
            except (KeyError, TypeError, ValueError, IndexError) as e:
                raise Wrong("event %s can't be understood: %r" % (frame, e))
            except Wrong as e:
                raise Wrong("event %d, %s: %s" % (self.seq, frame["type"], e))


def check(path):
    """The outcome and a line about it."""
    try:
        with open(path, encoding="utf-8") as file:
            frames = json.load(file)
        room = Room(frames[0])
        room.read(frames[1:])
    except Wrong as e:
        return WRONG, "WRONG: %s" % e
    except (ValueError, LookupError, TypeError, AttributeError, OSError) as e:
        return WRONG, "WRONG: no record of a room: %r" % e
    line = "%d throws as committed" % room.checked
    if room.throws:
        line += "; %d throws of a game whose seed is not told yet" % len(room.throws)
    return (RIGHT if room.checked else UNTOLD), line


def main(paths):
    outcomes = set()
    for path in paths:
        outcome, line = check(path)
        print("%s: %s" % (path, line))
        outcomes.add(outcome)
    return next(it for it in (WRONG, UNTOLD, RIGHT) if it in outcomes)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
