import { html, nothing } from 'lit';
import { t } from '../i18n/index.js';
import { isAway, others } from '../room/state.js';
import { offerText } from './words.js';

/**
 * @import { Kind, Seat } from '../protocol/fields.d.ts'
 * @import { Room } from '../room/room.js'
 * @import { OpenOffer } from '../room/types.d.ts'
 */

/**
 * What there is to do in a room besides moving, and the offers on the table.
 *
 * @param {Room} room
 * @param {() => void} [resign] asks, then resigns; none in a room that nobody can enter
 */
export function actions(room, resign = () => {}) {
  const offers = room.seat === null ? [] : room.state.offers;
  return html`
    <section class="actions" aria-label=${t('actions.title')}>
      ${offers.map((open) => offerCard(room, open))}
      <div class="buttons">${room.seat === null ? nothing : buttons(room, room.seat, resign)} ${wayOut(room)}</div>
      ${aboutRematch(room)}
    </section>`;
}

/**
 * An offer of a rematch says itself what it is about.
 *
 * @type {(room: Room) => unknown}
 */
const aboutRematch = (room) =>
  mayRematch(room) && !isOffered(room, 'rematch')
    ? html`<small class="hint">${t('action.rematch.about')}</small>`
    : nothing;

/**
 * A room whose game is over, or which nobody can enter, leads on to another one.
 *
 * @type {(room: Room) => unknown}
 */
const wayOut = ({ state, phase }) =>
  state.status === 'over' || phase.name === 'closed'
    ? html`<a class="button" href="./" data-testid="new-room">${t('room.new')}</a>`
    : nothing;

/** @type {(room: Room, kind: Kind) => boolean} */
const isOffered = ({ state }, kind) => state.offers.some((offer) => offer.kind === kind);

/** @type {(room: Room) => boolean} */
const mayRematch = ({ state, seat, phase }) =>
  seat !== null && state.status === 'over' && phase.name !== 'closed' && others(state, seat).length > 0;

/** @type {(room: Room, seat: Seat, resign: () => void) => unknown} */
function buttons(room, seat, resign) {
  const { state } = room;
  if (state.status === 'playing') {
    return html`
      ${others(state, seat).some((each) => isAway(state, each)) ? claimButton(room) : nothing}
      ${offerButton(room, 'takeback', 'action.takeback')} ${offerButton(room, 'draw', 'action.draw')}
      <button data-testid="resign" ?disabled=${!room.online} @click=${resign}>${t('action.resign')}</button>`;
  }
  if (state.status === 'waiting' && state.fewest !== null) {
    return startButton(room, state.seats[seat]?.ready === true);
  }
  return mayRematch(room) ? offerButton(room, 'rematch', 'action.rematch', 'primary') : nothing;
}

/** @type {(room: Room, ready: boolean) => unknown} */
function startButton(room, ready) {
  return html`
    <button class="primary" data-testid="start" ?disabled=${ready || !room.online} @click=${() => room.start()}>
      ${t('action.start')}
    </button>`;
}

/** @type {(room: Room, kind: Kind, key: string, style?: string) => unknown} */
function offerButton(room, kind, key, style = '') {
  return html`
    <button
      class=${style}
      data-testid=${kind}
      ?disabled=${isOffered(room, kind) || !room.online}
      @click=${() => room.offer(kind)}
    >
      ${t(key)}
    </button>`;
}

/**
 * Whether it is too early for a claim, the server knows and says.
 *
 * @type {(room: Room) => unknown}
 */
function claimButton(room) {
  return html`
    <button class="primary" data-testid="claim" ?disabled=${!room.online} @click=${() => room.claim()}>
      ${t('action.claim')}
    </button>`;
}

/** @type {(room: Room, open: OpenOffer) => unknown} */
function offerCard(room, open) {
  const mine = open.seat === room.seat;
  const decline = () => room.decline(open.offer);
  return html`
    <div class="offer" data-testid="offer" data-kind=${open.kind} data-from=${open.seat}>
      <p>${offerText(open, room.state, room.seat)}</p>
      ${mine ? nothing : answerButton(room, 'accept', () => room.accept(open.offer), 'primary')}
      ${answerButton(room, mine ? 'withdraw' : 'decline', decline)}
    </div>`;
}

/** @type {(room: Room, name: string, answer: () => void, style?: string) => unknown} */
function answerButton(room, name, answer, style = '') {
  return html`
    <button class=${style} data-testid=${name} ?disabled=${!room.online} @click=${answer}>${t(`offer.${name}`)}</button>`;
}
