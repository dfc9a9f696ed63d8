/**
 * What goes over the wire: events and answers, written from `asyncapi.yaml`. After a change there:
 * `mvn test -Dtest=FrameTypesTest -Dframes.update=true`.
 */

import type {
  Id,
  Seat,
  SeatOrNull,
  Due,
  Name,
  Seats,
  Entropy,
  Hash,
  DiceRound,
  Token,
  Guest,
  Move,
  Position,
  ClockOrNull,
  LatestSeq,
  Time,
  Kind,
  OfferNumber,
  Ending,
  Text,
  Refusal,
} from './fields.d.ts';

export interface EventBase {
  type: string;
  /** The event's number in the room's log. */
  seq: number;
  at: Time;
}

/** A seat was taken. */
export interface SeatedFrame extends EventBase {
  type: 'seated';
  seat: Seat;
  name: Name;
  entropy?: Entropy;
  player?: Guest;
}

/** A player is ready, in games that start by agreement. */
export interface ReadyFrame extends EventBase {
  type: 'ready';
  seat: Seat;
}

/** A game begins. */
export interface StartedFrame extends EventBase {
  type: 'started';
  /** Which game of this room it is. */
  round: number;
  /** Whether the players changed seats. */
  swapped: boolean;
  seats: Seats;
  position: Position;
  toMove: SeatOrNull;
  due?: Due;
  clock: ClockOrNull;
  /** In games with chance, what its throws are made of, save for the seed. */
  dice?: { round: DiceRound; commitment: Hash; entropy: Record<string, Entropy | null>; };
}

/** A move was played. */
export interface MovedFrame extends EventBase {
  type: 'moved';
  /** Where the player sat who moved. */
  seat: Seat;
  /** Null for all others if the game hides it. */
  move: Move | null;
  /** The rules left no choice and the room played the move; left out if not. */
  forced?: true;
  /** What it cost the seat's clock, in milliseconds; left out if nothing. */
  spent?: number;
  /** Only if the players changed seats with this move. */
  seats?: Seats;
  position: Position;
  toMove: SeatOrNull;
  due?: Due;
  clock: ClockOrNull;
}

/** Dice fell for the seat that is to move after them. */
export interface RolledFrame extends EventBase {
  type: 'rolled';
  seat: Seat;
  /** Null for all others if the game hides them. */
  dice: Array<number> | null;
  position: Position;
  toMove: SeatOrNull;
  due?: Due;
  clock: ClockOrNull;
}

/** The time of the position was over, and it changed by itself. */
export interface TimeoutFrame extends EventBase {
  type: 'timeout';
  position: Position;
  toMove: SeatOrNull;
  due?: Due;
  clock: ClockOrNull;
}

/** A player is out, and the others play on. */
export interface OutFrame extends EventBase {
  type: 'out';
  seat: Seat;
  reason: 'resignation' | 'abandonment' | 'timeout';
  position: Position;
  toMove: SeatOrNull;
  due: Due;
  clock: ClockOrNull;
}

/** The game is over; `winner` is null for a draw. */
export interface EndedFrame extends EventBase {
  type: 'ended';
  /** Who alone is first. */
  winner: SeatOrNull;
  reason: Ending;
  /** The places that show the win. */
  line: Array<string>;
  /** The place of each, 1 for the best, in games with other seats than black and white. */
  places?: Record<string, number>;
  /** What the game counts for the winner; with `places`, for each who has any. */
  points: number | Record<string, number>;
  seed?: Hash;
}

/** An offer was made; its number is its `seq`. */
export interface OfferedFrame extends EventBase {
  type: 'offered';
  seat: Seat;
  kind: Kind;
  swap: boolean;
  offer: OfferNumber;
}

/** One of several others agrees to an offer, and not all have done so. */
export interface AgreedFrame extends EventBase {
  type: 'agreed';
  seat: Seat;
  offer: OfferNumber;
}

/** An offer was accepted. A draw is followed by `ended`, a rematch by `started`. */
export interface AcceptedFrame extends EventBase {
  type: 'accepted';
  seat: Seat;
  offer: OfferNumber;
  kind: Kind;
  /** How many of the latest steps were taken back. */
  takenBack: number;
  /** A takeback brings the players back to earlier seats; left out if not. */
  swapped?: true;
  /** Only with `swapped`. */
  seats?: Seats;
  position: Position;
  toMove: SeatOrNull;
  due?: Due;
  clock: ClockOrNull;
}

/** An offer was declined, or withdrawn if `seat` made it. */
export interface DeclinedFrame extends EventBase {
  type: 'declined';
  seat: Seat;
  offer: OfferNumber;
  kind: Kind;
}

/** Chat; `seat` and `name` are null for a spectator. */
export interface SaidFrame extends EventBase {
  type: 'said';
  seat: SeatOrNull;
  /** Null for a spectator. */
  name: Name | null;
  text: Text;
}

/** The player's connection was lost; the seat is kept. */
export interface DroppedFrame extends EventBase {
  type: 'dropped';
  seat: Seat;
}

/** The player is back. */
export interface ReturnedFrame extends EventBase {
  type: 'returned';
  seat: Seat;
}

/** The player left for good. */
export interface LeftFrame extends EventBase {
  type: 'left';
  seat: Seat;
}

/** The first frame on every connection, the room as it is. */
export interface WelcomeFrame {
  type: 'welcome';
  protocol: 'parlor.v1';
  room: string;
  game: string;
  options: Record<string, string>;
  seq: LatestSeq;
  status: 'waiting' | 'playing' | 'over';
  position: Position;
  toMove: SeatOrNull;
  due?: Due;
  seats: Seats;
  clock: ClockOrNull;
  /** In games with chance, what is told of the dice beforehand. */
  dice?: { round: DiceRound; commitment: Hash; };
  /** Only in games that start when all who sit are ready. */
  start?: 'agreement';
  /** Only with `start`: how many must sit. */
  fewest?: number;
}

/** You sit here. Without `id` and `token`, the players changed colours and this is your seat now. */
export interface YouFrame {
  type: 'you';
  id?: Id;
  seat: Seat;
  player?: Guest;
  token?: Token;
  /** What this seat may know of it, only in games that hide something. */
  position?: Position;
  /** Only with `position`. */
  toMove?: SeatOrNull;
  due?: Due;
}

/** Done and stored. */
export interface AckFrame {
  type: 'ack';
  id: Id;
  seq: LatestSeq;
}

/** Not done, or with `unavailable` not known to be done; why, and what to do. */
export interface RefusedFrame {
  type: 'refused';
  /** Null if the frame had none. */
  id: Id | null;
  reason: Refusal;
  /** What to do, in English. */
  detail: string;
}

/** Every legal move, with the position after it unless the game hides something. */
export interface LegalFrame {
  type: 'legal';
  id?: Id;
  seq: LatestSeq;
  plays: Array<{ move: Move; position?: Position; }>;
  /** Free places that the rules forbid; left out if there are none. */
  forbidden?: Array<Move>;
}

/** Answer to `ping`. */
export interface PongFrame {
  type: 'pong';
  t: number;
  now: Time;
}

export type EventFrame =
  | SeatedFrame
  | ReadyFrame
  | StartedFrame
  | MovedFrame
  | RolledFrame
  | TimeoutFrame
  | OutFrame
  | EndedFrame
  | OfferedFrame
  | AgreedFrame
  | AcceptedFrame
  | DeclinedFrame
  | SaidFrame
  | DroppedFrame
  | ReturnedFrame
  | LeftFrame;

export type ServerFrame =
  | SeatedFrame
  | ReadyFrame
  | StartedFrame
  | MovedFrame
  | RolledFrame
  | TimeoutFrame
  | OutFrame
  | EndedFrame
  | OfferedFrame
  | AgreedFrame
  | AcceptedFrame
  | DeclinedFrame
  | SaidFrame
  | DroppedFrame
  | ReturnedFrame
  | LeftFrame
  | WelcomeFrame
  | YouFrame
  | AckFrame
  | RefusedFrame
  | LegalFrame
  | PongFrame;
