"""Plays a game of Gomoku in a Parlor room.

    python3 gomoku_client.py ws://localhost:8080/rooms/friday --name Ada

Start it twice with the same address and it plays itself, or open the room in a browser and play against it.
It needs Python 3.8 and websocket-client 1.0 (pip install websocket-client). The exit code is 0 if the game ended.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import re
import secrets
import sys
import time
from typing import Any, Dict, Iterator, Tuple

import websocket

Frame = Dict[str, Any]
Point = Tuple[int, int]  # column and row, both from 0, the row from the top

# What a row of five points is worth that only one side has stones in, by the number of those stones.
ATTACK = [1, 10, 100, 1_000, 1_000_000]
DEFENCE = [0, 5, 50, 500, 100_000]
FINAL_CODES = {1000, 4400, 4401, 4404, 4409}  # after these there is nothing to come back for


class Board:
    """The stones of a position, read from its notation, such as 5/2x2/2o2/5/5 b."""

    def __init__(self, position: str) -> None:
        rows, self.to_move = position.split(" ")
        self.rows = [re.sub(r"\d+", lambda gap: "." * int(gap.group()), row) for row in rows.split("/")]
        self.size = len(self.rows)

    def at(self, x: int, y: int) -> str:
        """x for black, o for white, . for nothing, and an empty string off the board."""
        return self.rows[y][x] if 0 <= x < self.size and 0 <= y < self.size else ""

    def empty(self) -> list[Point]:
        return [(x, y) for y in range(self.size) for x in range(self.size) if self.at(x, y) == "."]

    def fives(self, point: Point) -> Iterator[list[str]]:
        """What stands on each row of five that a stone on this point would be part of."""
        for dx, dy in [(1, 0), (0, 1), (1, 1), (1, -1)]:
            for start in range(-4, 1):
                five = [self.at(point[0] + i * dx, point[1] + i * dy) for i in range(start, start + 5)]
                if "" not in five:
                    yield five

    def name(self, point: Point) -> str:
        """The point as people write it: a letter from the left, a number from the bottom."""
        return f"{chr(ord('a') + point[0])}{self.size - point[1]}"

    def point(self, name: str) -> Point:
        return ord(name[0]) - ord("a"), self.size - int(name[1:])

    def __str__(self) -> str:
        lines = [f"{self.size - y:2} {' '.join(row)}" for y, row in enumerate(self.rows)]
        return "\n".join(lines + ["   " + " ".join("abcdefghijklmnopqrstuv"[:self.size])])


def choose(board: Board, last: str | None, forbidden: set[str], moves: str, dice: random.Random) -> str:
    """The next move: five if there is one, else stop a five, else whatever makes and breaks the most rows."""
    points = [point for point in board.empty() if board.name(point) not in forbidden]
    if moves == "random":
        return board.name(dice.choice(points))
    mine, theirs = ("x", "o") if board.to_move == "b" else ("o", "x")
    near = board.point(last) if last else (board.size // 2, board.size // 2)

    def value(point: Point) -> tuple[int, int, float]:
        worth = 0
        for five in board.fives(point):
            worth += ATTACK[five.count(mine)] if theirs not in five else 0
            worth += DEFENCE[five.count(theirs)] if mine not in five else 0
        distance = max(abs(point[0] - near[0]), abs(point[1] - near[1]))
        return worth, -distance, dice.random()

    return board.name(max(points, key=value))


class Meter:
    """Measures connections: how long the set-up takes, how much they carry, how long they last."""

    def __init__(self) -> None:
        self.connections, self.bytes, self.set_up, self.duration, self.since = 0, 0, 0.0, 0.0, 0.0

    def lap(self) -> float:
        """Seconds since the last call."""
        before, self.since = self.since, time.monotonic()
        return self.since - before

    def __str__(self) -> str:
        return (f"connections {self.connections}, set-up {1000 * self.set_up / max(1, self.connections):.1f} ms each, "
                f"data rate {self.bytes / max(0.001, self.duration):.0f} bytes/s, duration {self.duration:.2f} s")


class Player:
    """One player in one room until the end of the game, over as many connections as it takes."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.dice, self.meter = random.Random(options.seed), Meter()
        self.ids = (str(number) for number in itertools.count(1))
        # With a secret of our own the same sit on another connection brings the same seat, and never the other one as well.
        self.sit: Frame = {"type": "sit", "id": next(self.ids), "name": options.name, "seat": options.seat,
                           "token": secrets.token_urlsafe(24)}
        self.board: Board | None = None
        self.seat: str | None = None
        self.token: str | None = None
        self.to_move: str | None = None
        self.last: str | None = None  # the latest move
        self.seq = 0  # the latest event that we know
        self.entry: Frame | None = None  # our sit or resume on this connection, until it is answered
        self.pending: Frame | None = None  # our move, until it is answered
        self.forbidden: set[str] = set()  # points that the rules refused us in this position
        self.result: Frame | None = None
        self.failures = 0  # connections in a row that did not get as far as a welcome
        self.stopped = False

    def play(self) -> Frame | None:
        """Plays, coming back after each lost connection. Tells how the game ended; nothing if we had to give up."""
        websocket.setdefaulttimeout(10)
        while not self.stopped:
            self.failures += 1
            app = websocket.WebSocketApp(
                self.options.url, subprotocols=["parlor.v1.json"], on_open=self.on_open,
                on_message=self.on_message, on_error=self.on_error, on_close=self.on_close)
            self.meter.lap()
            app.run_forever(ping_interval=20, ping_timeout=10)
            self.stopped = self.stopped or self.failures > self.options.retries
            if not self.stopped:  # the random part keeps a crowd of clients from coming back all at once
                time.sleep(min(10.0, 0.25 * 2**self.failures) * random.uniform(0.5, 1.0))
        return self.result

    # What websocket-client calls; app is the connection.
    def on_open(self, app: websocket.WebSocketApp) -> None:
        self.meter.set_up += self.meter.lap()
        self.meter.connections += 1

    def on_message(self, app: websocket.WebSocketApp, message: str) -> None:
        self.meter.bytes += len(message.encode())
        frame = json.loads(message)
        if "at" in frame:  # an event of the room, and not an answer to us
            if frame["seq"] != self.seq + 1:  # we know it, or it comes again after what we missed
                return
            self.seq += 1
        hear = getattr(self, "hear_" + frame["type"], lambda *unheard: None)
        hear(app, frame)

    def on_error(self, app: websocket.WebSocketApp, error: Exception) -> None:
        print(f"error: {error!r}", file=sys.stderr)
        self.stopped = self.stopped or isinstance(error, KeyboardInterrupt)

    def on_close(self, app: websocket.WebSocketApp, code: int | None, reason: str | None) -> None:
        print(f"connection closed: {code or 'lost'} {reason or ''}".rstrip())
        self.meter.duration += self.meter.lap() if self.failures == 0 else 0
        self.stopped = self.stopped or self.result is not None or code in FINAL_CODES

    # What the server says: one method for each type of frame that matters to us.
    def hear_welcome(self, app: websocket.WebSocketApp, frame: Frame) -> None:
        self.failures = 0
        if self.token:
            self.entry = {"type": "resume", "id": next(self.ids), "token": self.token, "since": self.seq}
        else:
            self.entry, self.seq = self.sit, frame["seq"]
            if frame["status"] == "playing":  # it began after a sit whose answer was lost
                self.board, self.to_move = Board(frame["position"]), frame["toMove"]
        self.send(app, self.entry)

    def hear_you(self, app: websocket.WebSocketApp, frame: Frame) -> None:
        self.seat, self.token = frame["seat"], frame.get("token", self.token)
        print(f"I am {self.seat}")

    def hear_ack(self, app: websocket.WebSocketApp, frame: Frame) -> None:
        if self.entry and frame["id"] == self.entry["id"]:
            self.entry = None
            if self.pending:  # its answer was lost; a known id is answered again and not played twice
                self.send(app, self.pending)
        elif self.pending and frame["id"] == self.pending["id"]:
            self.pending = None
        self.think(app)

    def hear_refused(self, app: websocket.WebSocketApp, frame: Frame) -> None:
        print(f"refused: {frame['reason']}: {frame['detail']}", file=sys.stderr)
        asked = self.entry or self.pending
        if not asked or frame["id"] != asked["id"]:
            return
        if frame["reason"] == "unavailable" and asked is self.pending:
            time.sleep(1)
            self.send(app, asked)
        elif asked is self.entry:
            if frame["reason"] != "unavailable":  # else the server closes the connection, and we come back
                print(f"I can't take {'my seat back' if self.token else 'a seat'} and stop", file=sys.stderr)
                self.stopped = True
                app.close()
        else:
            self.forbidden.add(asked["move"])
            self.pending = None
            self.think(app)

    def hear_started(self, app: websocket.WebSocketApp, frame: Frame) -> None:
        self.last = frame.get("move")  # a game that starts has none
        self.board, self.to_move, self.forbidden = Board(frame["position"]), frame["toMove"], set()
        self.think(app)

    def hear_moved(self, app: websocket.WebSocketApp, frame: Frame) -> None:
        print(f"{frame['seat']} {frame['move']}")
        self.hear_started(app, frame)

    def hear_offered(self, app: websocket.WebSocketApp, frame: Frame) -> None:
        if frame["seat"] != self.seat:  # we play every game to its end
            self.send(app, {"type": "decline", "offer": frame["offer"]})

    def hear_ended(self, app: websocket.WebSocketApp, frame: Frame) -> None:
        self.result = frame
        self.send(app, {"type": "leave"})

    def think(self, app: websocket.WebSocketApp) -> None:
        """Plays a move if it is our turn and nothing of ours is unanswered."""
        if self.board and self.to_move == self.seat and not (self.entry or self.pending or self.result):
            move = choose(self.board, self.last, self.forbidden, self.options.moves, self.dice)
            self.pending = {"type": "move", "id": next(self.ids), "move": move}
            self.send(app, self.pending)

    def send(self, app: websocket.WebSocketApp, frame: Frame) -> None:
        text = json.dumps(frame)
        self.meter.bytes += len(text.encode())
        app.send(text)


def main() -> int:
    parser = argparse.ArgumentParser(description="Plays a game of Gomoku in a Parlor room.")
    parser.add_argument("url", help="the room's address, such as ws://localhost:8080/rooms/friday")
    parser.add_argument("--name", default="Python", help="shown to the others")
    parser.add_argument("--seat", choices=["black", "white"], help="any free one if left out")
    parser.add_argument("--moves", choices=["line", "random"], default="line", help="how to choose moves")
    parser.add_argument("--seed", type=int, help="makes the choice among equal moves repeatable")
    parser.add_argument("--retries", type=int, default=8, help="give up after so many failed connections in a row")
    player = Player(parser.parse_args())
    result = player.play()
    if result:
        print(player.board)
        winner = f"{result['winner']} wins" if result["winner"] else "a draw"
        print(f"result: {winner} by {result['reason']} {' '.join(result['line'])}".rstrip())
    print(player.meter)
    return 0 if result else 1


if __name__ == "__main__":
    sys.exit(main())
