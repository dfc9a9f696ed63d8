package org.parlor.runtime;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.parlor.log.CommandId;
import org.parlor.log.RefusedCommand;

/** The latest commands of each player of a room that were refused. Not safe for use by many threads. */
final class RefusedCommands {

    private final Map<Integer, Latest> players = new HashMap<>();

    /** Those of one player, the oldest first. */
    private static final class Latest extends LinkedHashMap<String, RefusedCommand> {

        private static final long serialVersionUID = 1;

        private long next;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RefusedCommand> eldest) {
            return size() > RefusedCommand.KEPT;
        }
    }

    /** Remembers what is stored. */
    void remember(Collection<RefusedCommand> stored) {
        stored.stream().sorted(Comparator.comparingLong(RefusedCommand::number)).forEach(this::remember);
    }

    private void remember(RefusedCommand refused) {
        Latest latest = latest(refused.command().player());
        latest.put(refused.command().id(), refused);
        latest.next = Math.max(latest.next, refused.number() + 1);
    }

    /** The number of the player's next refusal. */
    long next(int player) {
        return latest(player).next;
    }

    /** The refusal that a command got; empty if it got none, or too many came after it. */
    Optional<RefusedCommand> find(CommandId command) {
        Latest latest = players.get(command.player());
        return latest == null ? Optional.empty() : Optional.ofNullable(latest.get(command.id()));
    }

    private Latest latest(int player) {
        return players.computeIfAbsent(player, first -> new Latest());
    }
}
