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
}

/** Every event after `since` again; with a token, the seat back too. */
export interface ResumeCommand extends CommandBase {
  type: 'resume';
  token?: Token;
  /** The number of the last event that the client has. */
  since: number;
}

/** Play a move. */
export interface MoveCommand extends CommandBase {
  type: 'move';
  move: Move;
}

/** Give the game up. */
export interface ResignCommand extends CommandBase {
  type: 'resign';
}

/** Take the win against an opponent who has been away for too long. */
export interface ClaimCommand extends CommandBase {
  type: 'claim';
}

/** Offer a draw, a takeback or a rematch. */
export interface OfferCommand extends CommandBase {
  type: 'offer';
  kind: Kind;
  /** Whether the players change colours in the rematch. */
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
