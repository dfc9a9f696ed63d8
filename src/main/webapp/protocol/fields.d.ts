/**
 * What goes over the wire: the fields of frames, written from `asyncapi.yaml`. After a change there:
 * `mvn test -Dtest=FrameTypesTest -Dframes.update=true`.
 */

/** Chosen by the client, never twice in a room. */
export type Id = string;

export type Seat = 'black' | 'white';

export type SeatOrNull = 'black' | 'white' | null;

export type Name = string;

export interface Player {
  name: Name;
  connected: boolean;
}

/** Who sits where while a game is on. */
export interface Seats {
  black: Player;
  white: Player;
}

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

/** A random secret of the client's own, which becomes the seat's first token. */
export type OwnToken = string;

/** A move in the game's own notation. */
export type Move = string;

/** A position in the game's own notation. */
export type Position = string;

/** Null in a room without clocks. */
export type Clock = object | null;

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
export type Refusal = 'bad-frame' | 'unknown-type' | 'too-big' | 'bad-address' | 'no-such-game' | 'seat-taken' | 'already-seated' | 'not-seated' | 'not-started' | 'not-your-turn' | 'game-over' | 'game-on' | 'too-early' | 'bad-move' | 'off-board' | 'occupied' | 'forbidden' | 'no-such-offer' | 'already-offered' | 'own-offer' | 'nothing-to-take-back' | 'bad-token' | 'bad-since' | 'log-full' | 'unavailable';
