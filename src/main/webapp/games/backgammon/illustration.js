import { html } from 'lit';
import { opposite } from '../../room/state.js';
import { Draft } from './draft.js';
import { readPosition } from './notation.js';
import { picture } from './scene.js';
import { DiceRoll, boardOf } from './steps.js';

/** @import { Orientation } from './geometry.js' */

/** The start of a match, and a five and a three to be played. */
const POSITION = '4HPwATDgc/ABMA:cIluAAAAAAAA';

/** The board at the beginning, for the start page. */
export function illustration() {
  const position = readPosition(POSITION);
  const { onRoll, dice } = position;
  const draft = new Draft(new DiceRoll(boardOf(position, onRoll, opposite(onRoll)), dice, []));
  /** @type {Orientation} */
  const orientation = { view: 'black', mirrored: false };
  const nothingYet = { last: null, thrown: null, active: false, dragged: null };
  return html`${picture({ ...nothingYet, position, cube: true, draft, orientation })}`;
}
