/**
 * Checks dice: whether the server was bound to every throw of a game before it began. The page "Dice" of the documentation tells
 * how throws are made.
 *
 * @import { DiceCommitment, GameDice } from './types.d.ts'
 *
 * @typedef {GameDice & {seed: string}} RevealedDice the dice of a game that is over
 * @typedef {AsyncGenerator<number, never>} Numbers
 */

const VERSION = 'parlor-dice-1';
const SIDES = 6;
const NUMBERS = 1 << 16;
/** The largest multiple of the sides: a number from there on is passed over, so that all sides are equally likely. */
const BEYOND = NUMBERS - (NUMBERS % SIDES);
const ENTROPY_BYTES = 16;

/** @type {(bytes: ArrayBuffer | Uint8Array) => string} */
const toHex = (bytes) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
/** @type {(hex: string) => Uint8Array<ArrayBuffer>} */
const toBytes = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));

/** What a player gives to the dice: 128 random bits. */
export const freshEntropy = () => toHex(crypto.getRandomValues(new Uint8Array(ENTROPY_BYTES)));

/** Browsers let a page do this sum over https and on the own machine only. */
export const canVerify = () => Boolean(crypto.subtle);

/** @type {(hex: string, times: number) => Promise<string>} */
async function sha256(hex, times) {
  /** @type {ArrayBuffer | Uint8Array<ArrayBuffer>} */
  let bytes = toBytes(hex);
  for (let i = 0; i < times; i++) {
    bytes = await crypto.subtle.digest('SHA-256', bytes);
  }
  return toHex(bytes);
}

/**
 * The endless row of 16-bit numbers from which a throw is made.
 *
 * @type {(key: CryptoKey, round: number, roll: number, entropy: GameDice['entropy']) => Numbers}
 */
async function* numbers(key, round, roll, { black, white }) {
  for (let block = 0; ; block++) {
    const message = [VERSION, round, roll, block, black ?? '', white ?? ''].join('\n');
    const view = new DataView(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(message)));
    for (let i = 0; i < view.byteLength; i += 2) {
      yield view.getUint16(i);
    }
  }
}

/** @type {(source: Numbers) => Promise<number>} */
async function die(source) {
  let { value } = await source.next();
  while (value >= BEYOND) {
    ({ value } = await source.next());
  }
  return (value % SIDES) + 1;
}

/**
 * So many dice; in a throw that decides who begins, all are thrown again while they are equal.
 *
 * @type {(source: Numbers, count: number, opening: boolean) => Promise<number[]>}
 */
async function thrown(source, count, opening) {
  /** @type {number[]} */
  const dice = [];
  while (dice.length < count) {
    dice.push(await die(source));
  }
  const again = opening && dice.every((each) => each === dice[0]);
  return again ? thrown(source, count, opening) : dice;
}

/** @type {(game: RevealedDice, isOpening: (position: string) => boolean) => Promise<number | null>} */
async function wrongThrow({ seed, round, entropy, throws }, isOpening) {
  const key = await crypto.subtle.importKey('raw', toBytes(seed), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  for (const [index, { dice, before }] of throws.entries()) {
    const expected = await thrown(numbers(key, round, index + 1, entropy), dice.length, isOpening(before));
    if (expected.join() !== dice.join()) {
      return index + 1;
    }
  }
  return null;
}

/**
 * Checks the dice of a game that is over.
 *
 * @param {RevealedDice} game what the room's state keeps of its dice
 * @param {DiceCommitment | null} diceCommitment null for someone who watches
 * @param {(position: string) => boolean} isOpening whether the throw from a position decides who begins
 * @returns {Promise<{wrong: null | 'commitment' | 'entropy' | 'throw', roll: number | null}>} what is not as it has to be,
 *     and in which throw, from 1
 */
export async function verify(game, diceCommitment, isOpening) {
  if ((await sha256(game.seed, 1)) !== game.commitment) {
    return { wrong: 'commitment', roll: null };
  }
  // Each game's seed is the hash of the next one's, so the first commitment binds for all of them.
  if (diceCommitment && (await sha256(game.seed, game.round - diceCommitment.round + 1)) !== diceCommitment.commitment) {
    return { wrong: 'commitment', roll: null };
  }
  if (diceCommitment && !Object.values(game.entropy).includes(diceCommitment.entropy)) {
    return { wrong: 'entropy', roll: null };
  }
  const roll = await wrongThrow(game, isOpening);
  return { wrong: roll === null ? null : 'throw', roll };
}
