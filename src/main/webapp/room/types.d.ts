/** What a room is to the page: its state, its connection, and what is looked back at. */

import type { Command, SitCommand } from '../protocol/commands.d.ts';
import type { ClockOrNull, DiceRound, Entropy, Hash, Kind, Player, Refusal as RefusalReason, Seat } from '../protocol/fields.d.ts';
import type { AckFrame, EventFrame, WelcomeFrame } from '../protocol/frames.d.ts';

/** Who sits where; null while a seat is free. */
export type Players = Record<Seat, Player | null>;

/** What a player has won in this room: how many games, and the points that they counted. */
export interface Score {
  wins: number;
  points: number;
}

export interface PlayedMove {
  /** Where the player sat before the move. */
  seat: Seat;
  /** Empty if the game hides it from the reader. */
  move: string;
  dice?: undefined;
  /** The rules left no choice, and the room played the move. */
  forced: boolean;
  /** The players changed seats with this move. */
  swap: boolean;
  /** After the move. */
  position: string;
  toMove: Seat | null;
  /** In milliseconds since 1970. */
  at: number;
}

/** Dice that fell for a seat. */
export interface FallenDice {
  seat: Seat;
  move?: undefined;
  /** None if the game hides them from the reader. */
  dice: number[];
  forced?: undefined;
  /** After the throw. */
  position: string;
  toMove: Seat | null;
  /** In milliseconds since 1970. */
  at: number;
}

/** A step of a game in its list of moves. */
export type Ply = PlayedMove | FallenDice;

/** How a game ended; the winner is null for a draw. */
export interface Result {
  winner: Seat | null;
  reason: string;
  line: string[];
  points: number;
}

/** How a game began. */
export interface Start {
  position: string;
  toMove: Seat | null;
  at: number;
}

/** A game of a room. */
export interface Game {
  /** Which game of the room it is, from 1. */
  round: number;
  seats: Players;
  /** Null before the first game. */
  start: Start | null;
  /** The moves and throws of the game in order. */
  moves: Ply[];
  /** Null until the game is over. */
  result: Result | null;
}

export interface OpenOffer {
  /** The offer's number. */
  offer: number;
  kind: Kind;
  /** Who made it. */
  seat: Seat;
  swap: boolean;
}

/** What the server has bound itself to before anyone sat down. */
export interface AnnouncedDice {
  round: DiceRound;
  commitment: Hash;
}

/** What this page was told of the dice, and gave to them, when its player sat down. */
export interface DiceCommitment extends AnnouncedDice {
  entropy: Entropy;
}

/** All that a game's throws are made of, and every throw, also those that were taken back. */
export interface GameDice extends AnnouncedDice {
  entropy: Record<Seat, Entropy | null>;
  throws: { dice: number[]; before: string }[];
  /** Null until the game is over. */
  seed: Hash | null;
}

type Named<E> = E extends EventFrame ? Omit<E, 'name'> & { name: string | null } : never;

/** An event of the log with the name that its player had at that time. */
export type RoomEvent = Named<EventFrame>;

/** What a room looks like, as its events tell it. */
export interface RoomState extends Game {
  /** The number of the latest event. */
  seq: number;
  room: string | null;
  game: string | null;
  options: Record<string, string>;
  status: WelcomeFrame['status'];
  /** Null until the server has told it. */
  position: string | null;
  toMove: Seat | null;
  /** All whose decision is due. */
  due: Seat[];
  clock: ClockOrNull;
  /** How many must sit where play starts when all who sit are ready; null where it starts when all seats are taken. */
  fewest: number | null;
  /** Steps of this game that nobody played: how many moves came before each. */
  asides: number[];
  /** Seats whose players left for good. */
  gone: Seat[];
  score: Record<Seat, Score>;
  /** The games before this one. */
  past: Game[];
  /** Everything worth reading again, in order: chat and what befell the room. */
  timeline: RoomEvent[];
  offers: OpenOffer[];
  /** In games with dice, as the welcome told it. */
  announcedDice: AnnouncedDice | null;
  /** In games with dice, those of this game. */
  dice: GameDice | null;
}

/** How things stand with the connection. */
export type Phase =
  /** Connecting, or catching up with what was missed; `attempt` counts failures, from 0. */
  | { name: 'connecting'; attempt: number }
  /** Caught up; commands go out. */
  | { name: 'online' }
  /** The next attempt starts at `until`, milliseconds since 1970. */
  | { name: 'waiting'; attempt: number; until: number }
  /** It won't come back by itself. */
  | { name: 'closed'; why: Final };

/** Why a connection does not come back by itself. */
export type Final = 'over' | 'bad-address' | 'no-such-game' | 'taken-over';

/** A command as it goes out. */
export type SentCommand = Command & { id: string };

/** A `sit` as it goes out. */
export type SentSit = SitCommand & { id: string };

/** Why something did not happen: what the server refused, or what the page knows by itself. */
export interface Refusal {
  reason: RefusalReason | 'connection-lost' | 'delayed';
  /** The server's own sentence. */
  detail?: string;
  /** What was refused; none if it was the address. */
  command?: Command | undefined;
}

/** The final answer to a command: the server's, or that the connection was lost before it was sent. */
export type Answer = AckFrame | (Refusal & { type: 'refused'; id: string | null });

/** What each event of a room tells. */
export interface RoomEvents {
  /** The state, the phase or what is in flight has changed. */
  change: undefined;
  /** An event of the log, as it happens. */
  happened: RoomEvent;
  /** What is legal has become known. */
  legal: undefined;
  refused: Refusal;
  /** The server can't do a command right now, and is asked again. */
  delayed: Refusal;
  phase: Phase;
}

/** What may be played now, each move with the position after it unless the game hides it, and the places that the rules forbid. */
export interface Legal {
  plays: { move: string; position?: string }[];
  forbidden: string[];
}

/** What is looked back at. */
export interface ReplayCursor {
  /** Which game of the room. */
  round: number;
  /** How many of its moves are on the board. */
  number: number;
  /** How many moves the game that is on had when the reader began to look back. */
  known: number;
  /** The round of that game. */
  during: number;
}

/** What the board shows. */
export interface Shown {
  /** Null until the server has told it. */
  position: string | null;
  /** The moves and throws that led to it. */
  moves: Ply[];
  lastMove: string | null;
  /** Dice that have fallen and wait to be played. */
  dice: number[] | null;
  /** What decided the game, to be marked. */
  line: string[];
}
