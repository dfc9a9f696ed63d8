/**
 * The log of all rooms as it is kept: the port {@link org.parlor.log.EventStore} behind which a database is. What is stored is what was
 * decided, in a form that has a version, and apart from it what is secret; the frames that clients get are made from it. Beside the log
 * are the latest refusals of each player, and a {@link org.parlor.log.DirectoryEntry} for each room.
 */
package org.parlor.log;
