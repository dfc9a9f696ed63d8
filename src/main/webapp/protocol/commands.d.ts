/**
 * What goes over the wire: commands, written from `asyncapi.yaml`. After a change there:
 * `mvn test -Dtest=FrameTypesTest -Dframes.update=true`.
 */

import type {
  Id,
  Seat,
  Name,
  Entropy,
  Token,
  Key,
  OwnToken,
  Move,
  Kind,
  WhichOffer,
  Text,
} from './fields.d.ts';

export interface CommandBase {
  type: string;
  id?: Id;
}

/** Take a seat; without `seat` any free one, black first; without `name` as Guest. */
export interface SitCommand extends CommandBase {
  type: 'sit';
  seat?: Seat;
  name?: Name;
  entropy?: Entropy;
  token?: OwnToken;
  key?: Key;
  /** Whether a guest who sits here wants one more seat. */
  another?: boolean;
}

/** Every event after `since` again; with a token or a key, the seat back too. */
export interface ResumeCommand extends CommandBase {
  type: 'resume';
  token?: Token;
  key?: Key;
  /** The number of the last event that the client has. */
  since: number;
}

/** Be ready, in games that start by agreement. */
export interface StartCommand extends CommandBase {
  type: 'start';
}

/** Play a move. */
export interface MoveCommand extends CommandBase {
  type: 'move';
  move: Move;
  /** Milliseconds from seeing the position to the move. */
  took?: number;
  /** The latest event that the player knew; refused if the game has moved on. */
  after?: number;
}

/** Give the game up. */
export interface ResignCommand extends CommandBase {
  type: 'resign';
}

/** Take the win against an opponent who has been away for too long. */
export interface ClaimCommand extends CommandBase {
  type: 'claim';
  /** Whose player is away. */
  seat?: Seat;
}

/** Offer a draw, a takeback or a rematch. */
export interface OfferCommand extends CommandBase {
  type: 'offer';
  kind: Kind;
  /** Whether the players change seats in the rematch. */
  swap?: boolean;
}

/** Accept an offer. */
export interface AcceptCommand extends CommandBase {
  type: 'accept';
  offer: WhichOffer;
}

/** Decline an offer; the one who made it withdraws it. */
export interface DeclineCommand extends CommandBase {
  type: 'decline';
  offer: WhichOffer;
}

/** Chat; spectators may speak too. */
export interface SayCommand extends CommandBase {
  type: 'say';
  text: Text;
}

/** Leave the room for good. The connection is closed with 1000. */
export interface LeaveCommand extends CommandBase {
  type: 'leave';
}

/** Ask what may be played now. */
export interface LegalCommand extends CommandBase {
  type: 'legal';
}

/** A heartbeat that browsers can send. */
export interface PingCommand extends CommandBase {
  type: 'ping';
  t: number;
}

export type Command =
  | SitCommand
  | ResumeCommand
  | StartCommand
  | MoveCommand
  | ResignCommand
  | ClaimCommand
  | OfferCommand
  | AcceptCommand
  | DeclineCommand
  | SayCommand
  | LeaveCommand
  | LegalCommand
  | PingCommand;
