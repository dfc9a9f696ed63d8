/** Names for new rooms that people can remember and spell over the phone. */

const ADJECTIVES = [
  'amber', 'autumn', 'brave', 'bright', 'calm', 'clever', 'cosy', 'crisp', 'distant', 'early', 'gentle', 'golden',
  'green', 'happy', 'hidden', 'honest', 'humble', 'jolly', 'kind', 'late', 'little', 'lucky', 'mellow', 'misty',
  'noble', 'old', 'patient', 'plain', 'proud', 'quick', 'quiet', 'rainy', 'silver', 'snowy', 'spring', 'sunny',
  'velvet', 'warm', 'wild', 'wise',
];

const NOUNS = [
  'acorn', 'badger', 'bamboo', 'brook', 'candle', 'cedar', 'cloud', 'crane', 'dune', 'falcon', 'fern', 'forest',
  'fox', 'garden', 'harbour', 'heron', 'island', 'kettle', 'lantern', 'maple', 'meadow', 'moon', 'mountain',
  'orchard', 'otter', 'owl', 'pebble', 'pine', 'plum', 'pond', 'river', 'robin', 'sparrow', 'stone', 'summit',
  'swan', 'teapot', 'tiger', 'valley', 'willow',
];

/** @type {(list: string | string[], random: () => number) => string} */
const pick = (list, random) => list[Math.floor(random() * list.length)];

/** Rooms are kept for ever, so a new one needs a name that nobody has had: these make one in 50 thousand million. */
const CHARACTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A room's name such as `quiet-maple-4k7mp`. */
export function roomName(random = Math.random) {
  const tail = Array.from({ length: 5 }, () => pick(CHARACTERS, random)).join('');
  return `${pick(ADJECTIVES, random)}-${pick(NOUNS, random)}-${tail}`;
}
