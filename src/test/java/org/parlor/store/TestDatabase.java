package org.parlor.store;

import java.sql.Connection;
import java.sql.SQLException;

/** A database of one test, the same one at every call. */
interface TestDatabase {

    /** Opens it as a server does that starts. */
    SqlEventStore open(StoreMetrics metrics);

    /** Opens it once more, as another server does that shares it. */
    SqlEventStore openAnother();

    /** A connection past the stores. */
    Connection connect() throws SQLException;
}
