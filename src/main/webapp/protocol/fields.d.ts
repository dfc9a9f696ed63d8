/**
 * What goes over the wire: the fields of frames, written from `asyncapi.yaml`. After a change there:
 * `mvn test -Dtest=FrameTypesTest -Dframes.update=true`.
 */

/** Chosen by the client, never twice in a room. */
export type Id = string;

/** A name of the game's own; `black` or `white` in games of two who sit across from each other. */
export type Seat = string;

/** The only seat of which this is true; null if none or several are. */
export type SeatOrNull = Seat | null;

/** All whose decision is due; left out between black and white while it is at most one's. */
export type Due = Array<Seat>;

export type Name = string;

export interface Player {
  name: Name;
  connected: boolean;
  player?: Guest;
  /** Only before the first game, in games that start by agreement. */
  ready?: boolean;
}

/** Who sits where, every seat of the game in its order. */
export type Seats = Record<string, PlayerOrNull>;

/** Null while the seat is free. */
export type PlayerOrNull = Player | null;

/** What a player gives to the dice. */
export type Entropy = string;

/** 32 bytes in hexadecimal. */
export type Hash = string;

/** The game that the dice are for. */
export type DiceRound = number;

/** Takes the seat back once. */
export type Token = string;

/** A random secret of a guest's own, at least 10 of its characters different. */
export type Key = string;

/** Who the player is, the same in all rooms; only of guests with a key. */
export type Guest = string;

/** A random secret of the client's own, at least 10 of its characters different, which becomes the seat's first token. */
export type OwnToken = string;

/** A move in the game's own notation. */
export type Move = string;

/** A position in the game's own notation. */
export type Position = string;

export interface Clock {
  at: Time;
  /** What is left of each seat's time at that moment, in milliseconds. */
  left: Record<string, number>;
  /** How many periods each seat has left, in byo-yomi. */
  periods?: Record<string, number>;
  /** Whose time runs since then. */
  running: Array<Seat>;
}

/** Null in a room without clocks, and before its first game. */
export type ClockOrNull = Clock | null;

/** The number of an event; 0 before the first. */
export type LatestSeq = number;

/** The server's time in milliseconds since 1970. */
export type Time = number;

export type Kind = 'draw' | 'takeback' | 'rematch';

/** The `seq` of the event that made the offer. */
export type OfferNumber = number;

/** The number of an offer, or its kind. */
export type WhichOffer = OfferNumber | Kind;

/** Why a game ended, in a word. A game that was added to the server may have words of its own. */
export type Ending = 'five' | 'full-board' | 'forbidden' | 'resignation' | 'agreement' | 'abandonment' | 'timeout' | 'recorded' | string;

export type Text = string;

/** Why nothing happened. */
export type Refusal = 'bad-frame' | 'unknown-type' | 'too-big' | 'bad-address' | 'no-such-game' | 'seat-taken' | 'already-seated' | 'not-seated' | 'not-started' | 'not-your-turn' | 'too-late' | 'game-over' | 'game-on' | 'too-early' | 'bad-move' | 'off-board' | 'occupied' | 'forbidden' | 'no-such-offer' | 'already-offered' | 'own-offer' | 'nothing-to-take-back' | 'bad-token' | 'bad-since' | 'log-full' | 'slow-down' | 'newer-version' | 'unavailable';
