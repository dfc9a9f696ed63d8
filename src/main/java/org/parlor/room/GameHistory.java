package org.parlor.room;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parlor.game.GameRecord;
import org.parlor.game.GameRecord.Step;
import org.parlor.game.Outcome;
import org.parlor.game.Seat;

/**
 * The games of a room as its log tells of them.
 *
 * @param opening how the room was opened
 * @param games in the order of their rounds; moves that were taken back are not among their steps
 */
public record GameHistory(Event.Opened opening, List<GameRecord> games) {

    public GameHistory {
        games = List.copyOf(games);
    }

    /**
     * Reads a log.
     *
     * @param opened the room as it was opened
     * @param log its events without the opening, from 1 on
     */
    public static GameHistory of(Room opened, List<RecordedEvent> log) {
        Event.Opened opening = opened.config().opening();
        List<Chapter> chapters = new ArrayList<>();
        Room room = opened;
        for (RecordedEvent recorded : log) {
            room = room.evolve(recorded);
            if (recorded.event() instanceof Event.Started) {
                chapters.add(new Chapter(opening, recorded.at()));
            }
            if (!chapters.isEmpty()) {
                chapters.get(chapters.size() - 1).add(recorded, room);
            }
        }
        return new GameHistory(opening, chapters.stream().map(Chapter::record).toList());
    }

    /** The game of a round, which counts from 1. */
    public Optional<GameRecord> game(int round) {
        return round >= 1 && round <= games.size() ? Optional.of(games.get(round - 1)) : Optional.empty();
    }

    /** A game while its part of the log is read. */
    private static final class Chapter {

        private final Event.Opened opening;
        private final long startedAt;
        private final Map<Seat, String> names = new HashMap<>();
        private final List<Step> steps = new ArrayList<>();
        private Optional<Outcome> outcome = Optional.empty();

        Chapter(Event.Opened opening, long startedAt) {
            this.opening = opening;
            this.startedAt = startedAt;
        }

        void add(RecordedEvent recorded, Room after) {
            // Clocks of servers were set back at times.
            long at = Math.max(steps.isEmpty() ? 0 : steps.get(steps.size() - 1).at(), recorded.at() - startedAt);
            if (recorded.event() instanceof Event.Moved moved) {
                steps.add(new Step.Moved(moved.seat(), moved.move(), at));
            } else if (recorded.event() instanceof Event.Rolled rolled) {
                steps.add(new Step.Rolled(rolled.seat(), rolled.dice(), at));
            } else if (recorded.event() instanceof Event.Accepted accepted) {
                steps.subList(steps.size() - accepted.takenBack(), steps.size()).clear();
            } else if (recorded.event() instanceof Event.Ended ended) {
                outcome = Optional.of(ended.outcome());
            }
            after.roster().players().forEach((seat, player) -> names.put(seat, player.name()));
        }

        GameRecord record() {
            return new GameRecord(opening.options(), opening.position(), names, startedAt, steps, outcome);
        }
    }
}
