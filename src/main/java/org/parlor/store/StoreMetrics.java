package org.parlor.store;

import java.util.List;

/** Hears how the store does, so that it can be measured. Called by the thread that writes; does not wait. */
public interface StoreMetrics {

    /** Measures nothing. */
    StoreMetrics NONE = new StoreMetrics() {};

    /** A batch is going to be written: a connection is asked for. */
    default void writing() {}

    /**
     * A batch was committed.
     *
     * @param appends how many went into the transaction
     * @param nanos from asking for a connection to the end of the commit
     */
    default void committed(int appends, long nanos) {}

    /** A batch of so many appends was not stored, or it is not known whether it was. */
    default void failed(int appends) {}

    /** All of these hear it. */
    static StoreMetrics toAll(List<StoreMetrics> hearers) {
        return new StoreMetrics() {
            @Override
            public void writing() {
                hearers.forEach(StoreMetrics::writing);
            }

            @Override
            public void committed(int appends, long nanos) {
                hearers.forEach(hearer -> hearer.committed(appends, nanos));
            }

            @Override
            public void failed(int appends) {
                hearers.forEach(hearer -> hearer.failed(appends));
            }
        };
    }
}
