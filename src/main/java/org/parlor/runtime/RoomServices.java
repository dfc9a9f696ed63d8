package org.parlor.runtime;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.parlor.limit.MemoryBudget;
import org.parlor.log.EventCodec;
import org.parlor.log.EventStore;
import org.parlor.room.ServedTime;

/**
 * What every room of a server shares.
 *
 * @param clock stamps events
 * @param random makes tokens
 * @param timers wake rooms
 * @param readers runs what waits for the store to be read
 * @param settings that hold for every room
 * @param served which of the time that passed counts
 * @param metrics hears what became of commands
 * @param catchUps the memory for what is sent to those who missed it
 */
public record RoomServices(
        EventStore store,
        EventCodec codec,
        Clock clock,
        SecureRandom random,
        Timers timers,
        Executor readers,
        Settings settings,
        ServedTime served,
        RoomMetrics metrics,
        MemoryBudget catchUps) {

    /**
     * What holds for every room.
     *
     * @param patience how long a player must be away before the others may claim
     * @param rematch how long the players of a finished game may stay and agree on another
     * @param chatPerMinute how much a player may say in a room, and all who watch it together
     */
    public record Settings(Duration patience, Duration rematch, int chatPerMinute) {}

    long now() {
        return clock.millis();
    }
}
