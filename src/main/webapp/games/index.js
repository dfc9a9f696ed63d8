import { backgammon } from './backgammon/index.js';
import { gomoku } from './gomoku/index.js';
import { plain } from './plain/index.js';

/**
 * The games that this page can show, by name.
 *
 * @typedef {{move: string, position: string}} Play a legal move and the position after it
 *
 * @typedef {{move: string, label: string, hint?: string}} Choice a move that is no place on the board, for a button
 *
 * @typedef {object} BoardProps what a room tells its board
 * @property {string} position in the game's notation
 * @property {Record<string, string>} options the room's
 * @property {object[]} moves the moves and throws that led to it, as the room's state holds them
 * @property {string | null} lastMove
 * @property {number[] | null} dice that have fallen and wait to be played, in games with dice
 * @property {string[]} line what decided the game, to be marked; empty if nothing did
 * @property {'black' | 'white' | null} seat this player's own, null for someone who watches
 * @property {boolean} playable whether this player may move now
 * @property {Play[]} plays what may be played now, if the game asks for it
 * @property {string[]} forbidden places that the server forbids the one to move, to be marked
 * @property {string | null} inFlight a move on its way to the server
 * @property {(move: string) => void} play
 *
 * @typedef {object} GameView
 * @property {string} name as in a room's address
 * @property {Record<string, string>} defaults the options to begin with
 * @property {() => string} title
 * @property {(options: Record<string, string>) => string} summary
 * @property {(options: Record<string, string>, change: (options: Record<string, string>) => void) => unknown} form
 * @property {(options: Record<string, string>) => Record<string, string>} [optionsFromPosition] those of a room's options
 *     that also suit a room which begins at one of its positions; all of them if left out
 * @property {(options: Record<string, string>, state: object) => boolean} asksLegal whether the page needs to know what is
 *     legal at this moment of a game that is on
 * @property {(options: Record<string, string>) => boolean} [forbids] whether the rules may forbid free places
 * @property {(plays: Play[], state: object) => Choice[]} [choices] what the player to move may choose besides the places on
 *     the board, in the order of the buttons
 * @property {(plays: Play[], state: object, mine: boolean) => string} [task] what the one to move is asked for, where it is
 *     more than a usual move: a sentence to them (`mine`) or about them
 * @property {(options: Record<string, string>, won: {wins: number, points: number}) => {label: string, value: number}} [score]
 *     what to count of what a player has won in the room; the games if left out
 * @property {(options: Record<string, string>) => string} [resignAbout] what resigning means, if not just this game
 * @property {() => unknown} illustration a picture for the start page
 * @property {(props: BoardProps) => unknown} board
 * @property {(move: string) => string} describeMove as one writes it
 * @property {(move: string) => string} [sayMove] as one says it, if that is something else
 * @property {(dice: number[]) => string} [describeRoll] a throw before the move that plays it
 * @property {(ply: object) => 'black' | 'white'} [moveColour] which colour to show beside a move, if not that of the seat
 * @property {(position: string) => boolean} [isOpening] in games with dice: whether the throw from a position decides who
 *     begins, so that equal dice are thrown again
 *
 * @type {Record<string, GameView>}
 */
export const GAMES = { gomoku, backgammon };

/**
 * A game that this page has no view of is shown as it is written.
 *
 * @returns {GameView}
 */
export const gameView = (name) => GAMES[name] ?? plain(name);
