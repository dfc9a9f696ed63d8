package org.parlor.room;

import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.parlor.room.Refusal.Reason;

/** Drafts what a command comes to, and knows which commands were answered lately. Guarded by the lock of its {@link LiveRoom}. */
final class Clerk {

    /**
     * So many answers are at hand; older ones are in the journal, which takes no second answer to a command. More than one
     * draft can hold, so that an answer that was looked up is still here when its command is decided again.
     */
    static final int ANSWERS_AT_HAND = 2 * LiveRoom.LONGEST_LINE;

    private final Surroundings around;
    private final Audience audience;
    private final Map<Answer.Key, Answer> answers = new LinkedHashMap<>();
    private final Map<Integer, String> spentKeys = new HashMap<>();

    Clerk(Surroundings around, Audience audience) {
        this.around = around;
        this.audience = audience;
    }

    /** These answers are stored: they are given again to whoever asks again. */
    void remember(Collection<Answer> stored) {
        stored.forEach(answer -> answers.put(answer.key(), answer));
        Iterator<Answer.Key> oldest = answers.keySet().iterator();
        for (int surplus = answers.size() - ANSWERS_AT_HAND; surplus > 0; surplus--) {
            oldest.next();
            oldest.remove();
        }
    }

    /** The visitor's newest token has arrived, so the one before it is worth nothing any more. */
    void received(Visitor visitor, Room room) {
        int player = audience.playerOf(visitor);
        room.seatOf(player)
                .flatMap(room::player)
                .flatMap(Player::earlierKey)
                .ifPresent(key -> spentKeys.put(player, key));
    }

    /** Decides on a command: what to store and what to say goes into the draft. */
    void decide(Turn turn, Draft draft) {
        if (!audience.has(turn.visitor())) {
            // The connection was lost or sent away meanwhile; a seat taken now would belong to nobody.
            return;
        }
        int player = audience.playerOf(turn.visitor());
        Optional<Answer> given = turn.id().flatMap(id -> answered(new Answer.Key(player, id), draft));
        if (given.isPresent()) {
            draft.afterwards(() -> around.tally().repeated(turn.command()));
            draft.afterwards(() -> turn.visitor().send(given.get().message()));
            return;
        }
        Token token = turn.command().rebinds() ? Token.mint(around.random()) : Token.NONE;
        if (turn.command() instanceof Seating seating && isSpent(seating)) {
            refuse(turn, Seating.Resume.BAD_TOKEN, player, draft);
            return;
        }
        Decision decision =
                turn.command().decide(draft.room(), new Sender(player, token.hash(), draft.now(), around.patience()));
        if (decision instanceof Decision.Accepted accepted) {
            accept(turn, accepted, player, token, draft);
        } else if (decision instanceof Decision.Refused refused) {
            refuse(turn, refused.refusal(), player, draft);
        } else if (decision instanceof Decision.Told told) {
            long seq = draft.room().seq();
            draft.afterwards(() -> around.tally().accepted(turn.command()));
            draft.afterwards(
                    () -> turn.visitor().send(new Message.Legal(turn.id(), seq, told.plays(), told.forbidden())));
        }
    }

    private Optional<Answer> answered(Answer.Key key, Draft draft) {
        return key.player() == Player.NOBODY
                ? Optional.empty()
                : Optional.ofNullable(answers.get(key))
                        .or(() -> Optional.ofNullable(draft.answers().get(key)));
    }

    private boolean isSpent(Seating seating) {
        return seating.token().map(Token::hash).filter(spentKeys::containsValue).isPresent();
    }

    private void accept(Turn turn, Decision.Accepted accepted, int before, Token token, Draft draft) {
        if (turn.command().rebinds() && audience.hasNewer(turn.visitor(), accepted.player())) {
            draft.afterwards(() -> audience.sendAway(turn.visitor(), Goodbye.REPLACED));
            return;
        }
        boolean resumes = turn.command() instanceof Seating.Resume;
        Room earlier = draft.room();
        long first = draft.room().seq() + (accepted.events().isEmpty() ? 0 : 1);
        for (Event event : accepted.events()) {
            Line line = draft.log(event);
            draft.afterwards(() -> audience.hear(line, resumes ? Optional.of(turn.visitor()) : Optional.empty()));
        }
        if (turn.isDrop()) {
            draft.afterwards(() -> audience.remove(turn.visitor()));
        }
        if (!turn.isAsked()) {
            return;
        }
        draft.afterwards(() -> around.tally().accepted(turn.command()));
        if (turn.command() instanceof Seating.Resume resume) {
            draft.replay(turn.visitor(), resume.since());
        }
        if (turn.command().rebinds()) {
            draft.afterwards(() -> audience.bind(turn.visitor(), accepted.player()));
        }
        if (accepted.events().stream().anyMatch(e -> e instanceof Event.Seated || e instanceof Event.Returned)) {
            draft.afterwards(() -> tellSeat(turn, accepted, token, draft.room()));
        }
        Room later = draft.room();
        if (later.hasOthersSeatedThan(earlier)) {
            draft.afterwards(() -> audience.tellSeats(later));
        }
        turn.id().ifPresent(id -> {
            int player = before == Player.NOBODY ? accepted.player() : before;
            // Only now it is known who asked: whoever sits down again with a token of their own was answered before.
            Optional<Answer> given = resumes ? Optional.empty() : answered(new Answer.Key(player, id), draft);
            Answer answer = given.orElseGet(() -> new Answer(player, id, first, Optional.empty()));
            if (player != Player.NOBODY && !resumes && given.isEmpty()) {
                draft.keep(answer);
            }
            draft.afterwards(() -> turn.visitor().send(answer.message()));
        });
        if (turn.command() instanceof Seating.Leave) {
            draft.afterwards(() -> audience.sendAway(turn.visitor(), Goodbye.LEFT));
        }
    }

    private void refuse(Turn turn, Refusal refusal, int player, Draft draft) {
        if (player != Player.NOBODY && !(turn.command() instanceof Seating.Resume)) {
            turn.id()
                    .ifPresent(
                            id -> draft.keep(new Answer(player, id, draft.room().seq(), Optional.of(refusal))));
        }
        draft.afterwards(() -> around.tally().refused(turn.command(), refusal.reason()));
        draft.afterwards(() -> turn.visitor().send(turn.refused(refusal)));
        if (refusal.reason() == Reason.BAD_TOKEN) {
            draft.afterwards(() -> audience.sendAway(turn.visitor(), Goodbye.BAD_TOKEN));
        }
    }

    /** Who sat down with a token of their own has it already. */
    private static void tellSeat(Turn turn, Decision.Accepted accepted, Token fresh, Room room) {
        boolean sat = accepted.events().stream().anyMatch(Event.Seated.class::isInstance);
        Optional<Token> own = sat && turn.command() instanceof Seating seating ? seating.token() : Optional.empty();
        room.seatOf(accepted.player()).ifPresent(seat -> turn.visitor()
                .send(new Message.You(turn.id(), seat, own.or(() -> Optional.of(fresh)))));
    }
}
