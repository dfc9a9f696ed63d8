package org.parlor.runtime;

import java.util.ArrayList;
import java.util.List;
import org.parlor.room.Command;
import org.parlor.room.Refusal.Reason;

/** Remembers what was counted. */
final class RecordingMetrics implements RoomMetrics {

    final List<String> counted = new ArrayList<>();

    @Override
    public void accepted(Command command) {
        counted.add(command.label() + " accepted");
    }

    @Override
    public void repeated(Command command) {
        counted.add(command.label() + " repeated");
    }

    @Override
    public void refused(Command command, Reason reason) {
        counted.add(command.label() + " " + reason.label());
    }
}
