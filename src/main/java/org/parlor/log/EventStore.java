package org.parlor.log;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Where the logs of all rooms are kept. Safe for use by many threads. */
public interface EventStore {

    /**
     * Appends to a room's log, all or nothing, and only if the log still ends where the writer believes.
     *
     * <p>An append of nothing goes the same way: it tells whether something could be stored now.
     *
     * @return completes after the commit, on a thread that may be kept for a moment, and never before this method returns;
     *     fails with a {@link StoreException} if it can't be written now, and then it may be stored or not
     */
    CompletionStage<Append.Result> append(Append append);

    /**
     * Reads a room's log in order. Waits for the database.
     *
     * @param since events after this number, -1 for all
     * @throws StoreException if it can't be read now
     */
    List<StoredEvent> read(String room, long since);

    /**
     * Reads the refusals that are kept of a room, in no particular order. Waits for the database.
     *
     * @throws StoreException if they can't be read now
     */
    List<RefusedCommand> refusals(String room);

    /**
     * The rooms in which something may be due by itself until then. Waits for the database.
     *
     * @param until milliseconds since 1970
     * @param most how many are wanted at most, those that are due longest first
     * @throws StoreException if they can't be read now
     */
    List<String> due(long until, int most);
}
