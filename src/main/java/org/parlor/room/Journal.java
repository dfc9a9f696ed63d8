package org.parlor.room;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Where the logs of all rooms are kept. Safe for use by many threads. */
public interface Journal {

    /**
     * Appends to a room's log, all or nothing, and only if the log still ends where the writer believes and none of the
     * commands was answered before.
     *
     * <p>An append of nothing goes the same way: it tells whether the journal could store something now.
     *
     * @param room the room's name
     * @param lines the next entries without gaps, or none
     * @param answers answers to keep along with them, for ever
     * @return completes after the commit: {@code true} if the entries are stored, {@code false} if another writer was first
     *     or a command has its answer already, and nothing was stored; fails with a {@link JournalException} if the journal
     *     can't be written now
     */
    CompletionStage<Boolean> append(String room, List<Line> lines, List<Answer> answers);

    /**
     * Reads a room's log.
     *
     * @param since entries after this number, -1 for all
     * @throws JournalException if the journal can't be read now
     */
    List<Line> read(String room, long since);

    /**
     * Looks up what commands of a room were answered, however long ago.
     *
     * @return the answers that were kept, in no particular order; none for a command that was never answered
     * @throws JournalException if the journal can't be read now
     */
    List<Answer> answers(String room, Collection<Answer.Key> commands);
}
