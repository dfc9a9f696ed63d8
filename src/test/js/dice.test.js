import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { canVerify, freshEntropy, verify } from '../../main/webapp/room/dice.js';
import { parseJson } from '../../main/webapp/room/json.js';
import { UNKNOWN, apply } from '../../main/webapp/room/state.js';
import { Session } from '../../main/webapp/room/session.js';
import { play, takeback } from './events.js';
import { memory } from './memory.js';

/**
 * @import { EventFrame } from '../../main/webapp/protocol/frames.d.ts'
 * @import { RevealedDice } from '../../main/webapp/room/dice.js'
 * @import { DiceCommitment, GameDice } from '../../main/webapp/room/types.d.ts'
 */

const page = readFileSync(new URL('../../site/markdown/dice.md', import.meta.url), 'utf8');
const [, record] = page.split(/```json\n|```\n/);

/** @type {(dice: GameDice | null) => RevealedDice} */
function revealed(dice) {
  assert.ok(dice !== null && dice.seed !== null);
  return { ...dice, seed: dice.seed };
}

const parseRecord = (/** @type {string} */ text) => /** @type {EventFrame[]} */ (parseJson(text));

/** The events of the example on the page about dice. */
const EVENTS = parseRecord(record).slice(1);

/** Its dice, as the room's state keeps them. */
const dice = revealed(EVENTS.reduce(apply, UNKNOWN).dice);
const diceCommitment = { round: 1, commitment: dice.commitment, entropy: '4fX_a-Q2' };
const isOpening = (/** @type {string} */ position) => position.split(' ')[1] === '-';
const RIGHT = { wrong: null, roll: null };

test('every throw of the documented example is as it had to be', async () => {
  assert.equal(dice.throws.length, 2);
  assert.ok(canVerify());
  assert.deepEqual(await verify(dice, diceCommitment, isOpening), RIGHT);
  assert.deepEqual(await verify(dice, null, isOpening), RIGHT);
});

test('another die, another seed, another gift and another commitment are found out', async () => {
  const [first, second] = dice.throws;
  const other = '0'.repeat(64);
  /** @type {[RevealedDice, DiceCommitment, object][]} */
  const cases = [
    [{ ...dice, throws: [first, { ...second, dice: [(second.dice[0] % 6) + 1] }] }, diceCommitment, { wrong: 'throw', roll: 2 }],
    [{ ...dice, throws: [second] }, diceCommitment, { wrong: 'throw', roll: 1 }],
    [{ ...dice, entropy: { black: '4fX_a-Q2', white: 'x' } }, diceCommitment, { wrong: 'throw', roll: 1 }],
    [{ ...dice, seed: other }, diceCommitment, { wrong: 'commitment', roll: null }],
    [dice, { ...diceCommitment, commitment: other }, { wrong: 'commitment', roll: null }],
    [dice, { ...diceCommitment, entropy: 'mine' }, { wrong: 'entropy', roll: null }],
  ];
  for (const [game, told, expected] of cases) {
    assert.deepEqual(await verify(game, told, isOpening), expected);
  }
});

test('the commitment of the first game binds for a later one', async () => {
  const sha256 = async (/** @type {string} */ hex) =>
    Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(hex, 'hex'))).toString('hex');
  const second = { ...dice, round: 2, throws: [] };
  const first = { ...diceCommitment, commitment: await sha256(dice.commitment) };
  assert.deepEqual(await verify(second, first, isOpening), RIGHT);
  assert.equal((await verify(second, diceCommitment, isOpening)).wrong, 'commitment');
});

test('throws that were taken back are kept for the check', () => {
  const state = play(EVENTS.slice(0, -1).reduce(apply, UNKNOWN), takeback(3, {}));
  assert.equal(state.moves.length, 0);
  assert.equal(state.dice?.throws.length, 2);
});

test('what a player gives is of the allowed length and letters, and never the same', () => {
  assert.match(freshEntropy(), /^[A-Za-z0-9_-]{32}$/);
  assert.notEqual(freshEntropy(), freshEntropy());
});

test('the dice commitment outlives a reload and a new token, and goes with the seat', () => {
  const storage = memory();
  const session = new Session(storage, 'room');
  session.diceCommitment = diceCommitment;
  session.keep('black', 'token');
  assert.deepEqual(new Session(storage, 'room').diceCommitment, diceCommitment);
  session.forget();
  assert.equal(new Session(storage, 'room').diceCommitment, null);
});
