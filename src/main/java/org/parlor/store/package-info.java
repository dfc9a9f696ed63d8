/** The logs of all rooms and the directory in a relational database: SQLite in the server's own process by default. */
package org.parlor.store;
