/** Games without a board of their own, in English. */
export default {
  'plain.about': 'The usual rules. The page shows this game as it is written, and the moves as buttons.',
  'plain.board': 'Position: {position}',
  'plain.last': 'Last move: {move}',
  'plain.dice': 'Dice: {dice}',
  'plain.moves': 'Moves that may be played',
};
