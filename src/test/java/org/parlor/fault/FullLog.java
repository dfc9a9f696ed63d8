package org.parlor.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parlor.game.Outcome;
import org.parlor.game.Seat;
import org.parlor.game.Setup;
import org.parlor.game.gomoku.Gomoku;
import org.parlor.log.EventCodec;
import org.parlor.log.StoredEvent;
import org.parlor.protocol.EventBodies;
import org.parlor.room.Event;
import org.parlor.room.Offer;
import org.parlor.room.RecordedEvent;
import org.parlor.room.Room;
import org.parlor.room.RoomConfig;

/** Logs as long as a room can have, each full of one kind of thing. */
enum FullLog {
    /** The longest words that there are. */
    CHAT("chat", Map.of()) {
        @Override
        void goOn(Writer log) {
            log.add(new Event.Said(Optional.of(Seat.BLACK), Optional.of("Ann"), "\u4e94".repeat(500)));
        }
    },
    /** Somebody whose connection is lost again and again. */
    RETURNS("lost connections", Map.of()) {
        @Override
        void goOn(Writer log) {
            log.add(new Event.Dropped(Seat.WHITE));
            log.add(new Event.Returned(Seat.WHITE, "a".repeat(64), Optional.of("b".repeat(64))));
        }
    },
    /** One game after the other on the largest board. */
    GAMES("games", Map.of("size", "22")) {
        @Override
        void goOn(Writer log) {
            fill(log, 450);
            log.add(new Event.Ended(Outcome.draw("agreement")));
            long offer = log.add(new Event.Offered(Seat.BLACK, Offer.Kind.REMATCH, false));
            log.add(new Event.Accepted(Seat.WHITE, offer, Offer.Kind.REMATCH, 0, false));
            log.add(new Event.Started(log.room().match().round() + 1, false));
        }
    },
    /** The last move of a long game of Renju, whose rules take the longest, again and again. */
    TAKEBACKS("takebacks", Map.of("rule", "renju")) {
        @Override
        void goOn(Writer log) {
            fill(log, 200);
            Seat seat = log.room().match().toMove().orElseThrow();
            long offer = log.add(new Event.Offered(seat.other(), Offer.Kind.TAKEBACK, false));
            log.add(new Event.Accepted(seat, offer, Offer.Kind.TAKEBACK, 1, false));
        }
    };

    private static final EventCodec CODEC = new EventBodies();

    private final String what;
    private final Map<String, String> options;

    FullLog(String what, Map<String, String> options) {
        this.what = what;
        this.options = options;
    }

    abstract void goOn(Writer log);

    /** In a word or two. */
    String what() {
        return what;
    }

    /** The log of a room of this name. */
    List<StoredEvent> events(String room) {
        Gomoku game = new Gomoku();
        Setup.Ready ready = (Setup.Ready) game.setUp(options, Optional.empty());
        Event.Opened opening = new Event.Opened("gomoku", ready.options(), Optional.empty());
        Writer log = new Writer(Room.open(RoomConfig.of(room, opening, game, ready), 0));
        log.write(new RecordedEvent(0, 0, opening));
        log.add(new Event.Seated(Seat.BLACK, "Ann", "c".repeat(64)));
        log.add(new Event.Seated(Seat.WHITE, "Bob", "d".repeat(64)));
        log.add(new Event.Started(1, false));
        while (log.room().seq() < Room.LONGEST_LOG) {
            goOn(log);
        }
        return log.events.subList(0, Room.LONGEST_LOG + 1);
    }

    /** Plays moves of which no three are in a row, until there are so many. */
    static void fill(Writer log, int plies) {
        Room room = log.room();
        List<String> moves = DrawnGame.moves(
                Integer.parseInt(room.config().opening().options().get("size")));
        for (int i = room.match().history().plies().size(); i < plies; i++) {
            log.add(new Event.Moved(log.room().match().toMove().orElseThrow(), moves.get(i)));
        }
    }

    /** A room and its log, which grows. */
    static final class Writer {

        private final List<StoredEvent> events = new ArrayList<>();
        private Room room;

        private Writer(Room room) {
            this.room = room;
        }

        Room room() {
            return room;
        }

        /** Returns the event's number. */
        long add(Event event) {
            RecordedEvent recorded = new RecordedEvent(room.seq() + 1, 0, event);
            room = room.evolve(recorded);
            return write(recorded);
        }

        private long write(RecordedEvent recorded) {
            events.add(CODEC.write(recorded, Optional.empty()));
            return recorded.seq();
        }
    }
}
