package org.parlor.room;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parlor.example.DiceRace;
import org.parlor.frame.EventJson;
import org.parlor.game.Game;
import org.parlor.game.Games;
import org.parlor.game.Seat;
import org.parlor.game.Setup;
import org.parlor.game.gomoku.Gomoku;

/** A room and those around it, without journal or threads: commands are decided and their events applied at once. */
final class Gathering {

    static final EventCodec CODEC = new EventJson();
    static final long NOON = 1_731_000_000_000L;
    static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Games GAMES = new Games(List.of(new Gomoku(), new DiceRace()));

    private final Map<String, Integer> players = new HashMap<>();
    private final List<Line> log = new ArrayList<>();
    private final List<Token> tokens = new ArrayList<>();
    private Room room;
    private long now = NOON;

    Gathering(String position) {
        this(new Gomoku(), Map.of(), Optional.of(position), Optional.empty());
    }

    private Gathering(Game game, Map<String, String> options, Optional<String> position, Optional<Seed> secret) {
        Setup.Ready ready = (Setup.Ready) game.setUp(options, position);
        room = Room.open("r", new Event.Opened(game.name(), ready.options(), position, secret), ready);
        log.add(CODEC.write(new Entry(0, NOON, room.opening()), room));
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

    /** A room on an empty board of 5 by 5 points. */
    static Gathering onSmallBoard() {
        return new Gathering("5/5/5/5/5 b");
    }

    /** Ann at black and Ben at white, and the game on. */
    static Gathering atPlay() {
        Gathering gathering = onSmallBoard();
        gathering.does("ann", new Seating.Sit(Optional.of(Seat.BLACK), "Ann"));
        gathering.does("ben", new Seating.Sit(Optional.of(Seat.WHITE), "Ben"));
        return gathering;
    }

    /** The room as it would be after so many events that changed nothing. */
    Gathering talkingUntil(long events) {
        room = room.evolve(new Entry(events, now, new Event.Said(Optional.empty(), Optional.empty(), "hello")));
        return this;
    }

    void passMillis(long millis) {
        now += millis;
    }

    /** What came of one command. */
    record Moment(Room before, Sender sender, Command command, Decision decision, List<Line> lines, Room after) {}

    /** Decides on a command of this connection and carries it out. */
    Moment ask(String connection, Command command) {
        Token token = new Token("token-" + (tokens.size() + 1));
        Sender sender = new Sender(playerOf(connection), token.hash(), now, PATIENCE);
        Room before = room;
        Decision decision = command.decide(room, sender);
        List<Line> lines = new ArrayList<>();
        if (decision instanceof Decision.Accepted accepted) {
            for (Event event : accepted.events()) {
                Entry entry = new Entry(room.seq() + 1, now, event);
                room = room.evolve(entry);
                lines.add(CODEC.write(entry, room));
            }
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
            does(connectionToMove(), new Play.Move(move));
        }
        return this;
    }

    String connectionToMove() {
        int mover = room.toMove().flatMap(room::player).map(Player::number).orElse(Player.NOBODY);
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

    /** The room that follows from a stored log. */
    static Room replay(String name, List<Line> log) {
        Event.Opened opening = (Event.Opened) CODEC.read(log.get(0)).event();
        Game game = GAMES.find(opening.game()).orElseThrow();
        Room room = Room.open(name, opening, (Setup.Ready) game.setUp(opening.options(), opening.position()));
        for (Line line : log.subList(1, log.size())) {
            room = room.evolve(CODEC.read(line));
        }
        return room;
    }
}
