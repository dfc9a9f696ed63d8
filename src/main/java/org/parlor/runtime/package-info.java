/**
 * Rooms with people in them: the single writer of each log ({@link org.parlor.runtime.RoomActor}), who is connected and what each may
 * see, what is due by itself, and what happens when the log is slow, gone or somebody else's. Knows neither sockets nor JSON nor SQL.
 */
package org.parlor.runtime;
