package org.parlor.room;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * What every live room of a server shares.
 *
 * @param executor runs what follows a commit; must not run it on the thread that commits
 * @param clock stamps events
 * @param random makes tokens
 * @param patience how long a player must be away before the opponent may claim the game
 * @param tally hears what became of commands
 */
public record Surroundings(
        Journal journal,
        EventCodec codec,
        Executor executor,
        Clock clock,
        SecureRandom random,
        Duration patience,
        Tally tally) {

    long now() {
        return clock.millis();
    }
}
