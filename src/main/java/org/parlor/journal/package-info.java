/** The journal of all rooms in a relational database: SQLite in the server's own process by default. */
package org.parlor.journal;
