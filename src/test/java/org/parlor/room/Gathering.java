package org.parlor.room;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parlor.example.DiceRace;
import org.parlor.example.HighCard;
import org.parlor.fairness.Seed;
import org.parlor.game.Game;
import org.parlor.game.Games;
import org.parlor.game.Seat;
import org.parlor.game.Setup;
import org.parlor.game.Viewer;
import org.parlor.game.gomoku.Gomoku;
import org.parlor.log.EventCodec;
import org.parlor.log.StoredEvent;
import org.parlor.protocol.EventBodies;
import org.parlor.protocol.JsonEncoding;
import org.parlor.runtime.Message;

/** A room and those around it, without store or threads: commands are decided and their events applied at once. */
public final class Gathering {

    public static final EventCodec CODEC = new EventBodies();
    public static final long NOON = 1_731_000_000_000L;
    public static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final JsonEncoding ENCODING = new JsonEncoding();
    private static final Games GAMES =
            new Games(List.of(new Gomoku(), new DiceRace(), new HighCard(), new CountingGame()));

    private final Map<String, Integer> players = new HashMap<>();
    private final List<Line> log = new ArrayList<>();
    private final List<Token> tokens = new ArrayList<>();
    private Room room;
    private long now = NOON;

    Gathering(String position) {
        this(new Gomoku(), Map.of(), Optional.of(position), Optional.empty());
    }

    private Gathering(Game game, Map<String, String> options, Optional<String> position, Optional<Seed> secret) {
        this(game, options, position, TimeControl.none().label(), secret);
    }

    private Gathering(
            Game game, Map<String, String> options, Optional<String> position, String time, Optional<Seed> secret) {
        Setup.Ready ready = (Setup.Ready) game.setUp(options, position);
        Event.Opened opening = new Event.Opened(game.name(), ready.options(), position, time, secret);
        room = Room.open(RoomConfig.of("r", opening, game, ready), NOON);
        log.add(Line.of(new Change(new RecordedEvent(0, NOON, opening), room)));
    }

    /** An event as it is stored, and as a spectator hears of it. */
    record Line(StoredEvent stored, String text) {

        static Line of(Change change) {
            return new Line(
                    CODEC.write(change.event(), Optional.empty()),
                    ENCODING.encode(new Message.Happened(change, Viewer.SPECTATOR))
                            .text());
        }

        Event event() {
            return CODEC.read(stored);
        }

        long seq() {
            return stored.seq();
        }
    }

    /** A dice race in a room with this secret, a number. */
    static Gathering atTheRace(int secret) {
        Seed seed = new Seed("%064x".formatted(secret));
        return new Gathering(new DiceRace(), Map.of(), Optional.empty(), Optional.of(seed));
    }

    /** A game on a board of 5 by 5 points that begins with the opening swap2. */
    static Gathering atSwap2() {
        Map<String, String> options = Map.of("size", "5", "opening", "swap2");
        return new Gathering(new Gomoku(), options, Optional.empty(), Optional.empty());
    }

    /** A room for two or three who count, with this clock. */
    static Gathering atCounting(String time) {
        return new Gathering(new CountingGame(), Map.of(), Optional.empty(), time, Optional.empty());
    }

    /** Ann, Ben and Cleo have their cards, from left to right, and this clock. */
    static Gathering atTheCards(String time) {
        Seed seed = new Seed("%064x".formatted(1));
        Gathering gathering = new Gathering(new HighCard(), Map.of(), Optional.empty(), time, Optional.of(seed));
        gathering.does("ann", new SeatCommand.Sit(Optional.empty(), "Ann"));
        gathering.does("ben", new SeatCommand.Sit(Optional.empty(), "Ben"));
        gathering.does("cleo", new SeatCommand.Sit(Optional.empty(), "Cleo"));
        return gathering;
    }

    /** As {@link #atPlay()}, with this clock. */
    static Gathering atPlay(String time) {
        return atPlay(Map.of("size", "5"), time);
    }

    /** Ann at black and Ben at white, and the game of gomoku on. */
    static Gathering atPlay(Map<String, String> options, String time) {
        Gathering gathering = new Gathering(new Gomoku(), options, Optional.empty(), time, Optional.empty());
        gathering.does("ann", new SeatCommand.Sit(Optional.of(Seat.BLACK), "Ann"));
        gathering.does("ben", new SeatCommand.Sit(Optional.of(Seat.WHITE), "Ben"));
        return gathering;
    }

    /** A room on an empty board of 5 by 5 points. */
    static Gathering onSmallBoard() {
        return new Gathering("5/5/5/5/5 b");
    }

    /** Ann at black and Ben at white, and the game on. */
    static Gathering atPlay() {
        Gathering gathering = onSmallBoard();
        gathering.does("ann", new SeatCommand.Sit(Optional.of(Seat.BLACK), "Ann"));
        gathering.does("ben", new SeatCommand.Sit(Optional.of(Seat.WHITE), "Ben"));
        return gathering;
    }

    /** The room as it would be after so many events that changed nothing. */
    Gathering talkingUntil(long events) {
        room = room.evolve(new RecordedEvent(events, now, new Event.Said(Optional.empty(), Optional.empty(), "hello")));
        return this;
    }

    /** So much time passes. */
    void passMillis(long millis) {
        now += millis;
    }

    /** What came of one command. */
    record Moment(
            Room before, CommandContext sender, Command command, Decision decision, List<Line> lines, Room after) {}

    /** Decides on a command of this connection and carries it out. */
    Moment ask(String connection, Command command) {
        Token token = new Token("token-" + (tokens.size() + 1));
        CommandContext sender =
                new CommandContext(playerOf(connection), token.hash(), now, PATIENCE, ServedTime.ALWAYS);
        Room before = room;
        Decision decision = command.decide(room, sender);
        List<Line> lines = new ArrayList<>();
        if (decision instanceof Decision.Accepted accepted) {
            accepted.changes().forEach(change -> lines.add(Line.of(change)));
            room = accepted.changes().isEmpty()
                    ? room
                    : accepted.changes().get(accepted.changes().size() - 1).after();
            tokens.add(token);
            bind(connection, accepted.player());
        }
        log.addAll(lines);
        return new Moment(before, sender, command, decision, lines, room);
    }

    /** Carries out a command that must be accepted, and returns its events. */
    List<Event> does(String connection, Command command) {
        Decision decision = ask(connection, command).decision();
        if (decision instanceof Decision.Accepted accepted) {
            return accepted.events();
        }
        throw new AssertionError(connection + " asked for " + command + " and got " + decision);
    }

    /** The reason for which a command is refused. */
    Refusal.Reason refusal(String connection, Command command) {
        Decision decision = ask(connection, command).decision();
        if (decision instanceof Decision.Refused refused) {
            return refused.refusal().reason();
        }
        throw new AssertionError(connection + " asked for " + command + " and got " + decision);
    }

    /** Plays these moves in turn, whoever is to move. */
    Gathering playing(String... moves) {
        for (String move : moves) {
            does(connectionToMove(), new PlayCommand.Move(move));
        }
        return this;
    }

    String connectionToMove() {
        int mover =
                room.match().toMove().flatMap(room::player).map(Player::number).orElse(Player.NOBODY);
        return players.entrySet().stream()
                .filter(entry -> mover != Player.NOBODY && entry.getValue() == mover)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("nobody");
    }

    private void bind(String connection, int player) {
        players.values().removeIf(other -> other == player);
        players.put(connection, player);
    }

    int playerOf(String connection) {
        return players.getOrDefault(connection, Player.NOBODY);
    }

    Player player(String connection) {
        return room.seatOf(playerOf(connection)).flatMap(room::player).orElseThrow();
    }

    Seat seatOf(String connection) {
        return room.seatOf(playerOf(connection)).orElseThrow();
    }

    /** The token that came with the latest accepted command. */
    Token latestToken() {
        return tokens.get(tokens.size() - 1);
    }

    List<Token> tokens() {
        return tokens;
    }

    Room room() {
        return room;
    }

    List<Line> log() {
        return log;
    }

    /** The room that follows from these. */
    static Room replay(List<Line> lines) {
        return replay("r", lines.stream().map(Line::stored).toList());
    }

    /** The room that follows from a stored log. */
    public static Room replay(String name, List<StoredEvent> log) {
        RecordedEvent first = CODEC.readRecorded(log.get(0));
        Event.Opened opening = (Event.Opened) first.event();
        Game game = GAMES.find(opening.game()).orElseThrow();
        Setup.Ready ready = (Setup.Ready) game.setUp(opening.options(), opening.position());
        Room room = Room.open(RoomConfig.of(name, opening, game, ready), first.at());
        for (StoredEvent stored : log.subList(1, log.size())) {
            room = room.evolve(CODEC.readRecorded(stored));
        }
        return room;
    }
}
