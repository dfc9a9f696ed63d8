/** What a game is to the page. */

import type { TemplateResult } from 'lit';
import type { Seat } from '../protocol/fields.d.ts';
import type { Ply, RoomState, Score, Shown } from '../room/types.d.ts';

/** A game's options by their names; what is undefined is left out. */
export type Options = Partial<Record<string, string>>;

/** Something that may be chosen of a game, as the server tells it. */
export interface GameOption {
  name: string;
  values: string[];
  /** What holds if nothing is chosen. */
  usual: string;
}

/** A legal move and the position after it, unless the game hides it. */
export interface Play {
  move: string;
  position?: string;
}

/** A move that is no place on the board, for a button. */
export interface Choice {
  move: string;
  label: string;
  hint?: string;
}

/** What a room tells its board. */
export interface BoardProps extends Shown {
  /** In the game's notation. */
  position: string;
  /** The room's. */
  options: Options;
  /** This player's own, null for someone who watches. */
  seat: Seat | null;
  /** Whether this player may move now. */
  playable: boolean;
  /** What may be played now, if the game asks for it. */
  plays: Play[];
  /** Places that the server forbids the one to move, to be marked. */
  forbidden: string[];
  /** A move on its way to the server. */
  inFlight: string | null;
  play: (move: string) => void;
}

/** What to count of what a player has won in the room. */
export interface ScoreText {
  label: string;
  value: number;
}

/** A game as the page shows it. */
export interface GameView {
  /** As in a room's address. */
  name: string;
  /** The options to begin with. */
  defaults: Options;
  title: () => string;
  summary: (options: Options) => string;
  /** The choices for a new game; `change` hears of every choice, and `told` is what the server has to choose from. */
  form: (options: Options, change: (options: Options) => void, told: GameOption[]) => unknown;
  /** Those of a room's options that also suit a room which begins at one of its positions; all of them if left out. */
  optionsFromPosition?: (options: Options) => Options;
  /** Whether the page needs to know what is legal at this moment of a game that is on. */
  asksLegal: (options: Options, state: RoomState) => boolean;
  /** Whether the rules may forbid free places. */
  forbids?: (options: Options) => boolean;
  /** What the player to move may choose besides the places on the board, in the order of the buttons. */
  choices?: (plays: Play[], state: RoomState) => Choice[];
  /**
   * What the one to move is asked for, where it is more than a usual move: a sentence to them (`mine`) or about them; empty
   * if there is nothing to say.
   */
  task?: (plays: Play[], state: RoomState, mine: boolean) => string;
  /** The games that were won if left out. */
  score?: (options: Options, won: Score) => ScoreText;
  /** What resigning means, if not just this game. */
  resignAbout?: (options: Options) => string;
  /** A picture for the start page. */
  illustration: () => TemplateResult;
  board: (props: BoardProps) => unknown;
  /** A move as one writes it. */
  describeMove: (move: string) => string;
  /** A move as one says it, if that is something else. */
  sayMove?: (move: string) => string;
  /** A throw before the move that plays it. */
  describeRoll?: (dice: number[]) => string;
  /** Which colour to show beside a move, if not that of the seat. */
  moveColour?: (ply: Ply) => Seat;
  /** In games with dice: whether the throw from a position decides who begins, so that equal dice are thrown again. */
  isOpening?: (position: string) => boolean;
}
