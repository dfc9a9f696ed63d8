import type { EventFrame } from '../../main/webapp/protocol/frames.d.ts';

type Untimed<E> = E extends EventFrame ? Omit<E, 'seq' | 'at'> & { at?: number } : never;

/** An event before it has its place in a log. */
export type Happening = Untimed<EventFrame>;

/** A position of backgammon with dice, as GNU Backgammon knows it. */
export interface RecordedTurn {
  id: string;
  position_id: string;
  dice: number[];
  /** Checkers by point, from 1, of the player on roll and of the opponent. */
  me: number[];
  opp: number[];
  /** The positions after every legal play. */
  results: string[];
}
