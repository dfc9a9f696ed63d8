package org.parlor.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parlor.log.CommandId;
import org.parlor.log.EventCodec;
import org.parlor.log.RefusedCommand;
import org.parlor.log.StoredEvent;
import org.parlor.room.Change;
import org.parlor.room.Room;

/** Decisions that wait for one commit: if the store does not take them, they are thrown away and nothing happened. */
final class PendingCommit {

    private final EventCodec codec;
    private final long now;
    private final List<QueuedCommand> commands = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<StoredEvent> events = new ArrayList<>();
    private final List<RefusedCommand> refusals = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private final Map<CommandId, Message> answers = new HashMap<>();
    private Room room;

    PendingCommit(Room room, EventCodec codec, long now) {
        this.room = room;
        this.codec = codec;
        this.now = now;
    }

    /** Takes a command up. */
    void add(QueuedCommand command) {
        commands.add(command);
    }

    /**
     * These changes happen, of which the first is known to have come of this command.
     *
     * @return the number of the first of them, or of the latest event if there is none
     */
    long add(List<Change> decided, Optional<CommandId> command) {
        Optional<CommandId> first = command;
        for (Change change : decided) {
            events.add(codec.write(change.event(), first));
            changes.add(change);
            room = change.after();
            first = Optional.empty();
        }
        return decided.isEmpty() ? room.seq() : decided.get(0).event().seq();
    }

    /** A refusal is remembered. */
    void add(RefusedCommand refused) {
        refusals.add(refused);
    }

    /** How many commands of a player are refused here. */
    long refusalsOf(int player) {
        return refusals.stream()
                .filter(refused -> refused.command().player() == player)
                .count();
    }

    /** Once everything is stored, this is done. */
    void afterwards(Effect effect) {
        effects.add(effect);
    }

    /** A command is answered so as soon as everything is stored. */
    void answer(CommandId command, Message answer) {
        answers.put(command, answer);
    }

    /** What a command that waits here for the commit will be answered. */
    Optional<Message> answerTo(CommandId command) {
        return Optional.ofNullable(answers.get(command));
    }

    boolean needsCommit() {
        return !events.isEmpty() || !refusals.isEmpty();
    }

    /** When its decisions are made and its events happen, milliseconds since 1970. */
    long now() {
        return now;
    }

    Room room() {
        return room;
    }

    List<QueuedCommand> commands() {
        return commands;
    }

    List<Change> changes() {
        return changes;
    }

    List<StoredEvent> events() {
        return events;
    }

    List<RefusedCommand> refusals() {
        return refusals;
    }

    List<Effect> effects() {
        return effects;
    }
}
