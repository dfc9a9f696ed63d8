import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moveAddress, readMove, socketAddress, withoutMove } from '../../main/webapp/room/address.js';
import {
  directionOf, follow, gameOf, go, numberOf, playOnFrom, resultAt, seek, shownAt, turns, unseenMoves,
} from '../../main/webapp/room/replay.js';
import { UNKNOWN } from '../../main/webapp/room/state.js';
import { elapsed } from '../../main/webapp/ui/elapsed.js';
import { EMPTY_BOARD as START, left, moved as movedBy, play, rolled, started, takeback, ended as win } from './events.js';

/**
 * @import { Direction } from '../../main/webapp/room/replay.js'
 * @import { Ply, ReplayCursor, Shown } from '../../main/webapp/room/types.d.ts'
 * @import { Happening } from './types.d.ts'
 */

const ended = { ...win, line: ['c1', 'c2'] };

/** @type {(move: string) => ReturnType<typeof movedBy>} */
const moved = (move) => movedBy('black', move);

const GAME = play(UNKNOWN, started(1), moved('a1'), moved('b1'), moved('c1'), ended);

/**
 * What is shown, without the moves that led to it.
 *
 * @param {Shown} all
 */
const shown = ({ position, lastMove, dice, line }) => ({ position, lastMove, dice, line });

test('the game as it stands shows its last move and what decided it', () => {
  assert.deepEqual(shown(shownAt(null, GAME)), { position: 'after c1', lastMove: 'c1', dice: null, line: ['c1', 'c2'] });
});

test('a look back shows the position after its move, and nothing of what came later', () => {
  assert.deepEqual(shown(shownAt(seek(null, GAME, 2), GAME)), { position: 'after b1', lastMove: 'b1', dice: null, line: [] });
  assert.deepEqual(shown(shownAt(seek(null, GAME, 0), GAME)), { position: START, lastMove: null, dice: null, line: [] });
});

test('dice show until they are played, and the last move stays marked meanwhile', () => {
  const race = play(UNKNOWN, started(1), moved('run'), rolled('white', [6, 1]), moved('push'));
  assert.deepEqual(shown(shownAt(seek(null, race, 2), race)), { position: '6,1', lastMove: 'run', dice: [6, 1], line: [] });
  assert.equal(shownAt(null, race).dice, null);
});

test('every way leads where it says, and not over the ends', () => {
  const numbers = (/** @type {Direction[]} */ ...directions) =>
    numberOf(
      directions.reduce((cursor, direction) => go(cursor, GAME, direction), /** @type {ReplayCursor | null} */ (null)),
      GAME,
    );
  assert.equal(numbers('back'), 2);
  assert.equal(numbers('first'), 0);
  assert.equal(numbers('first', 'back'), 0);
  assert.equal(numbers('first', 'forward'), 1);
  assert.equal(go(go(null, GAME, 'back'), GAME, 'forward'), null);
  assert.equal(go(go(null, GAME, 'first'), GAME, 'last'), null);
  assert.equal(go(null, GAME, 'forward'), null);
});

test('a new move does not end the look back, but counts as unseen', () => {
  const before = play(UNKNOWN, started(1), moved('a1'), moved('b1'));
  const cursor = go(null, before, 'back');
  const after = play(before, moved('c1'), moved('d1'));
  assert.equal(follow(cursor, after), cursor);
  assert.equal(unseenMoves(cursor, before), 0);
  assert.equal(unseenMoves(go(cursor, after, 'back'), after), 2);
});

test('a look back ends when its position is taken back, or another game begins', () => {
  assert.equal(follow(seek(null, GAME, 2), play(GAME, takeback(2, { position: 'after a1' }))), null);
  const again = play(GAME, started(2), moved('a1'), moved('b1'), moved('c1'));
  assert.equal(follow(seek(null, GAME, 1), again), null);
});

test('keys lead where arrows and brackets point, and other keys nowhere', () => {
  assert.deepEqual(['Home', 'ArrowLeft', '[', ']', 'ArrowRight', 'End'].map(directionOf), [
    'first', 'back', 'back', 'forward', 'forward', 'last',
  ]);
  assert.equal(directionOf('x'), undefined);
  assert.equal(directionOf('toString'), undefined);
});

test('an earlier game of the room can be looked at to its end, with what decided it', () => {
  const again = play(GAME, started(2), moved('e5'));
  const cursor = seek(null, again, 2, 1);
  assert.deepEqual(shown(shownAt(cursor, again)), { position: 'after b1', lastMove: 'b1', dice: null, line: [] });
  const end = go(cursor, again, 'forward');
  assert.deepEqual(shown(shownAt(end, again)), { position: 'after c1', lastMove: 'c1', dice: null, line: ['c1', 'c2'] });
  assert.equal(resultAt(end, again)?.reason, 'five');
  assert.equal(resultAt(cursor, again), null);
  assert.equal(gameOf(end, again).moves.length, 3);
  assert.equal(numberOf(go(end, again, 'forward'), again), 3, 'it goes not over into the next game');
  assert.equal(shownAt(go(end, again, 'first'), again).position, START);
});

test('whoever looks at an earlier game stays there while the one that is on goes on, until the next begins', () => {
  const again = play(GAME, started(2), moved('e5'));
  const cursor = seek(null, again, Infinity, 1);
  const later = play(again, moved('d4'));
  assert.equal(follow(cursor, later), cursor);
  assert.equal(unseenMoves(cursor, later), 1);
  assert.equal(follow(cursor, play(later, ended, started(3))), null);
  assert.equal(seek(cursor, later, Infinity, 2), null, 'the end of the latest game is the game itself');
});

test('one can play on from what was, but not from where the rules ended it, nor from the game that is on', () => {
  const running = play(UNKNOWN, started(1), moved('a1'), moved('b1'));
  assert.equal(playOnFrom(null, running), null);
  assert.equal(playOnFrom(seek(null, running, 1), running), 'after a1');
  assert.equal(playOnFrom(seek(null, running, 0), running), START);
  const decided = play(running, { ...moved('c1'), toMove: null }, ended);
  assert.equal(playOnFrom(null, decided), null);
  assert.equal(playOnFrom(null, play(running, { ...ended, reason: 'resignation' })), 'after b1');
  const abandoned = play(UNKNOWN, started(1), moved('a1'), left('black'), left('white'));
  assert.equal(playOnFrom(null, abandoned), 'after a1', 'nobody is there to play it');
});

test('a link to a position is read as it was written', () => {
  const link = moveAddress('http://localhost/?room=r&size=15', 2, 12);
  assert.equal(link, 'http://localhost/?room=r&size=15#round=2&move=12');
  assert.deepEqual(readMove(link), { round: 2, number: 12 });
  assert.deepEqual(readMove(moveAddress(link, 1, 0)), { round: 1, number: 0 });
  assert.deepEqual(readMove('http://localhost/?room=r#move=12'), { round: null, number: 12 });
  for (const other of ['http://localhost/?room=r', 'http://localhost/#content', 'http://localhost/#move=-1']) {
    assert.equal(readMove(other), null);
  }
});

test('a position may be named in the query too, of which the server hears nothing', () => {
  const link = 'http://localhost/?room=r&round=2&move=12&size=15';
  assert.deepEqual(readMove(link), { round: 2, number: 12 });
  assert.deepEqual(readMove('http://localhost/?room=r&round=2'), { round: 2, number: Infinity });
  assert.equal(socketAddress(link), 'ws://localhost/rooms/r?size=15');
  assert.equal(withoutMove(`${link}#move=3`), 'http://localhost/?room=r&size=15');
});

test('times count minutes and seconds, from an hour on hours, and never back', () => {
  assert.deepEqual([0, 61_999, 3_599_000, 3_661_000, -5].map(elapsed), ['00:00', '01:01', '59:59', '1:01:01', '00:00']);
});

test('the board knows the moves that led to what it shows', () => {
  assert.deepEqual(shownAt(null, GAME).moves.map(({ move }) => move), ['a1', 'b1', 'c1']);
  assert.deepEqual(shownAt(seek(null, GAME, 1), GAME).moves.map(({ move }) => move), ['a1']);
});

/** @type {(...events: Happening[]) => Ply[]} */
const plies = (...events) => play(UNKNOWN, started(1), ...events).moves;

test('without dice every move is a turn, also two of one player', () => {
  assert.deepEqual(turns(plies(moved('a1'), moved('b1'))), [[0], [1]]);
});

test('dice stand in one row with the call for them and the move that plays them', () => {
  const opening = [rolled('white', [3, 1]), movedBy('white', '8/5 6/5')];
  const next = [moved('roll'), rolled('black', [6, 6]), moved('pass')];
  assert.deepEqual(turns(plies(...opening, ...next, movedBy('white', 'double'))), [[0, 1], [2, 3, 4], [5]]);
});
