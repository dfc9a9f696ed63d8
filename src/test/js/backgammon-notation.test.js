import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  BAR, OFF, latestPlay, pips, readCheckers, readPlay, readPosition,
} from '../../main/webapp/games/backgammon/notation.js';
import { readJsonLines } from './fixtures.js';

/**
 * @import { Seat } from '../../main/webapp/protocol/fields.d.ts'
 * @import { RecordedTurn } from './types.d.ts'
 */

const RECORDED = new URL('../resources/org/parlor/game/backgammon/backgammon_moves.jsonl', import.meta.url);
/** @type {RecordedTurn[]} */
const lines = readJsonLines(RECORDED);
const START = '4HPwATDgc/ABMA';

test('position IDs are read as GNU Backgammon writes them: the opponent first, then the player on roll', () => {
  assert.ok(lines.length > 90);
  for (const { id, position_id: text, me, opp } of lines) {
    const [waiting, rolling] = readCheckers(text);
    assert.deepEqual([waiting.slice(1), rolling.slice(1)], [opp, me], id);
  }
});

test('what is not on the board is off', () => {
  for (const { id, position_id: text } of lines) {
    for (const counts of readCheckers(text)) {
      assert.equal(counts.reduce((sum, count) => sum + count), 15, id);
    }
  }
});

test('the manual’s match ID is read: cube, owner, score, dice and who is on roll', () => {
  // From "A technical description of the Match ID": 2-4 in a match to 9, player 0 holds the cube at 2, player 1 has rolled 52.
  const position = readPosition(`${START}:QYkqASAAIAAA`);
  assert.deepEqual(position.cube, { value: 2, owner: 'white' });
  assert.equal(position.onRoll, 'black');
  assert.equal(position.toDecide, 'black');
  assert.deepEqual(position.dice, [5, 2]);
  assert.equal(position.length, 9);
  assert.deepEqual(position.score, { white: 2, black: 4 });
  assert.equal(position.crawford, false);
  assert.equal(position.doubled, false);
  assert.equal(position.resigned, null);
});

test('before the throw there are no dice, and a cube in the middle is nobody’s', () => {
  const position = readPosition(`${START}:cAkAAAAAAAAA`);
  assert.deepEqual(position.dice, []);
  assert.deepEqual(position.cube, { value: 1, owner: null });
  assert.equal(position.length, 0);
});

test('both sides have 167 pips to go at the start', () => {
  const { checkers } = readPosition(`${START}:cAkAAAAAAAAA`);
  assert.deepEqual([pips(checkers.black), pips(checkers.white)], [167, 167]);
});

test('a play is read checker by checker', () => {
  const stop = (/** @type {number} */ point, hit = false) => ({ point, hit });
  assert.deepEqual(readPlay('8/5 6/5'), [[stop(8), stop(5)], [stop(6), stop(5)]]);
  assert.deepEqual(readPlay('bar/22*'), [[stop(BAR), stop(22, true)]]);
  assert.deepEqual(readPlay('24/18*/16'), [[stop(24), stop(18, true), stop(16)]]);
  assert.deepEqual(readPlay('6/off(2)'), [[stop(6), stop(OFF)], [stop(6), stop(OFF)]]);
});

test('what moves no checker is no play', () => {
  for (const move of ['roll', 'double', 'take', 'pass', 'resign gammon', '', '30/2']) {
    assert.equal(readPlay(move), null, move);
  }
});

/** @type {(seat: Seat, move: string | undefined, position: string) => Parameters<typeof latestPlay>[0][0]} */
const ply = (seat, move, position) => ({ seat, move, position });

test('the latest play is one of the game that is on, not of the game before', () => {
  const opening = `${START}:cAggAAAAAAAA`;
  const begun = `${START}:cIluAAAAAAAA`;
  assert.equal(readPosition(opening).begun, false);
  const play = ply('black', '6/off', begun);
  const won = ply('white', 'drop', opening);
  const thrown = ply('white', undefined, begun);
  assert.equal(latestPlay([]), null);
  assert.equal(latestPlay([play, won, thrown]), null);
  assert.equal(latestPlay([thrown, play, ply('white', 'roll', begun)])?.seat, 'black');
});
