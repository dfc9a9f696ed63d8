/**
 * What goes over the wire: events and answers, written from `asyncapi.yaml`. After a change there:
 * `mvn test -Dtest=FrameTypesTest -Dframes.update=true`.
 */

import type {
  Id,
  Seat,
  SeatOrNull,
  Name,
  Seats,
  PlayerOrNull,
  Entropy,
  Hash,
  DiceRound,
  Token,
  Move,
  Position,
  Clock,
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
}

/** A game begins. */
export interface StartedFrame extends EventBase {
  type: 'started';
  /** Which game of this room it is. */
  round: number;
  seats: Seats;
  /** Whether the players changed colours. */
  swapped: boolean;
  position: Position;
  toMove: Seat;
  clock: Clock;
  /** In games with chance, what its throws are made of, save for the seed. */
  dice?: { round: DiceRound; commitment: Hash; entropy: { black: Entropy | null; white: Entropy | null; }; };
}

/** A move was played. */
export interface MovedFrame extends EventBase {
  type: 'moved';
  /** Where the player sat who moved. */
  seat: Seat;
  move: Move;
  /** The rules left no choice and the room played the move; left out if not. */
  forced?: true;
  /** Only if the players changed seats with this move. */
  seats?: Seats;
  position: Position;
  toMove: SeatOrNull;
  clock: Clock;
}

/** Dice fell for the seat that is to move after them. */
export interface RolledFrame extends EventBase {
  type: 'rolled';
  seat: Seat;
  dice: Array<number>;
  position: Position;
  toMove: Seat;
  clock: Clock;
}

/** The game is over; `winner` is null for a draw. */
export interface EndedFrame extends EventBase {
  type: 'ended';
  winner: SeatOrNull;
  reason: Ending;
  /** The places that show the win. */
  line: Array<string>;
  points: number;
  seed?: Hash;
}

/** An offer was made; its number is its `seq`. */
export interface OfferedFrame extends EventBase {
  type: 'offered';
  seat: Seat;
  offer: OfferNumber;
  kind: Kind;
  swap: boolean;
}

/** An offer was accepted. A draw is followed by `ended`, a rematch by `started`. */
export interface AcceptedFrame extends EventBase {
  type: 'accepted';
  seat: Seat;
  offer: OfferNumber;
  kind: Kind;
  position: Position;
  toMove: SeatOrNull;
  /** How many moves and throws were taken back. */
  takenBack: number;
  /** Only if a takeback brings the players back to earlier seats. */
  seats?: Seats;
  clock: Clock;
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
  seats: { black: PlayerOrNull; white: PlayerOrNull; };
  clock: Clock;
  /** In games with chance, what is told of the dice beforehand. */
  dice?: { round: DiceRound; commitment: Hash; };
}

/** You sit here. Without `id` and `token`, the players changed colours and this is your seat now. */
export interface YouFrame {
  type: 'you';
  id?: Id;
  seat: Seat;
  token?: Token;
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

/** Every legal move with the position after it. */
export interface LegalFrame {
  type: 'legal';
  id?: Id;
  seq: LatestSeq;
  plays: Array<{ move: Move; position: Position; }>;
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
  | StartedFrame
  | MovedFrame
  | RolledFrame
  | EndedFrame
  | OfferedFrame
  | AcceptedFrame
  | DeclinedFrame
  | SaidFrame
  | DroppedFrame
  | ReturnedFrame
  | LeftFrame;

export type ServerFrame =
  | SeatedFrame
  | StartedFrame
  | MovedFrame
  | RolledFrame
  | EndedFrame
  | OfferedFrame
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
