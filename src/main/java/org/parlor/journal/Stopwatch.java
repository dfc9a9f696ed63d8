package org.parlor.journal;

/** Hears how the journal does, so that it can be measured. Called by the thread that writes; does not wait. */
public interface Stopwatch {

    /** Measures nothing. */
    Stopwatch NONE = new Stopwatch() {};

    /**
     * A batch was committed.
     *
     * @param appends how many went into the transaction
     * @param nanos from asking for a connection to the end of the commit
     */
    default void committed(int appends, long nanos) {}

    /** A batch of so many appends was not stored, or it is not known whether it was. */
    default void failed(int appends) {}
}
