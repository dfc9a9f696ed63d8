package org.parlor.room;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A draft on its way into the journal. The room hands it over under its lock; whatever waits for the journal does so without it.
 *
 * @param draft is nobody else's until the outcome is told
 * @param opening goes before the draft's lines if it is not stored yet
 * @param end number of the last entry that the room knows to be stored; -1 if there is none
 */
record Commit(Draft draft, Optional<Line> opening, long end, Surroundings around) {

    /** What became of it. */
    sealed interface Outcome {

        /** The draft is stored, and what its visitors missed is read. */
        record Stored() implements Outcome {}

        /**
         * Something else was stored first, and the draft was not.
         *
         * @param tail the log after {@link Commit#end}
         * @param given the answers that the draft's commands got already
         */
        record Overtaken(List<Line> tail, List<Answer> given) implements Outcome {}

        /** The journal did not answer: whether the draft is stored is not known. */
        record Unavailable(JournalException cause) implements Outcome {}

        /** What can't happen, did; or memory ran out, or a game's jar misses a class. */
        record Failed(Throwable cause) implements Outcome {}
    }

    /** Stores the draft, and tells the outcome once it is known; never before it returns. */
    void run(Consumer<Outcome> settle) {
        append().whenCompleteAsync((stored, failure) -> settle.accept(outcome(stored, failure)), around.executor());
    }

    private CompletionStage<Boolean> append() {
        if (!draft.needsCommit()) {
            return CompletableFuture.completedFuture(true);
        }
        List<Line> lines = draft.lines().isEmpty()
                ? List.of()
                : Stream.concat(opening.stream(), draft.lines().stream()).toList();
        return around.journal()
                .append(room(), lines, List.copyOf(draft.answers().values()));
    }

    private Outcome outcome(Boolean stored, Throwable failure) {
        try {
            return failure == null
                    ? outcome(stored)
                    : new Outcome.Unavailable(
                            new JournalException("the journal did not store events of room " + room(), failure));
        } catch (JournalException e) {
            return new Outcome.Unavailable(e);
        } catch (RuntimeException | Error e) {
            return new Outcome.Failed(e);
        }
    }

    private Outcome outcome(boolean stored) {
        if (!stored) {
            return new Outcome.Overtaken(
                    around.journal().read(room(), end),
                    around.journal().answers(room(), draft.answers().keySet()));
        }
        if (draft.needsLog()) {
            draft.fetch(around.journal());
        }
        return new Outcome.Stored();
    }

    private String room() {
        return draft.room().name();
    }
}
