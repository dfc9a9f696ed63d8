import { t } from '../../i18n/index.js';
import { opposite } from '../../room/state.js';
import { pointOf } from './opening.js';
import { isPoint, readPosition } from './notation.js';

/**
 * Openings in words.
 *
 * @import { Seat } from '../../protocol/fields.d.ts'
 * @import { RoomState } from '../../room/types.d.ts'
 * @import { Task } from './opening.js'
 */

/** @type {(seat: Seat) => string} */
const colour = (seat) => t(`gomoku.${seat}`);

/** @type {(state: RoomState, seat: Seat) => string} */
const nameAt = (state, seat) => state.seats[seat]?.name ?? t(seat);

/**
 * A move as a list of moves shows it.
 *
 * @type {(move: string) => string}
 */
export function moveText(move) {
  if (isPoint(move)) {
    return move;
  }
  const point = pointOf(move);
  if (point !== null) {
    return t('gomoku.move.offer', { point });
  }
  const [word, number] = move.split(' ');
  return ['swap', 'stay', 'put', 'fifths'].includes(word) ? t(`gomoku.move.${word}`, { number }) : move;
}

/**
 * A choice as a button says it to the one who has it.
 *
 * @param {string} move
 * @param {RoomState} state
 * @returns {{label: string, hint?: string}}
 */
export function choiceText(move, state) {
  const [word, number] = move.split(' ');
  const mine = state.toMove;
  if (mine === null) {
    return { label: moveText(move) };
  }
  const other = nameAt(state, opposite(mine));
  if (move === 'fifths 10' || word === 'put') {
    return { label: t(`gomoku.choice.${word}`, { number }), hint: t(`gomoku.choice.${word}.about`, { name: other }) };
  }
  /** @type {Partial<Record<string, () => string>>} */
  const texts = {
    swap: () => t('gomoku.choice.swap', { colour: colour(opposite(mine)) }),
    stay: () => t('gomoku.choice.stay', { colour: colour(mine) }),
    fifths: () => number,
  };
  return { label: texts[word]?.() ?? move };
}

/**
 * What an opening asks for, as a sentence to the one who is asked, or to the others about them.
 *
 * @param {Task | null} task
 * @param {RoomState} state
 * @param {boolean} mine
 * @returns {string} empty if there is nothing to say
 */
export function taskText(task, state, mine) {
  const { toMove, position } = state;
  if (task === null || toMove === null || position === null) {
    return '';
  }
  return t(`gomoku.task.${task.name}.${mine ? 'you' : 'other'}`, {
    ...task,
    name: nameAt(state, toMove),
    other: nameAt(state, opposite(toMove)),
    colour: colour(readPosition(position).next),
    keep: colour(toMove),
    take: colour(opposite(toMove)),
  });
}
