package org.parlor.fault;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.parlor.protocol.Frame;
import org.parlor.protocol.Player;

/**
 * Plays on and on at random, as fast as the server answers, and survives the server: with each new life of it, it takes its
 * seat back, asks for what it missed, and sends the command that was not answered again. For one thread at a time.
 */
final class RandomPlayer {

    private static final int SIZE = 15;

    private final String name;
    private final Follower follower;
    private final Random random;
    private final Testimony testimony;
    private final Semaphore answered;
    private final List<Frame> done = new ArrayList<>();
    private Optional<Frame> pending = Optional.empty();
    private String token = "";
    private String seat = "";
    private int closeCode;
    private int commands;

    /** @param answered gets a permit for every command that was answered */
    RandomPlayer(String name, long seed, Testimony testimony, Semaphore answered) {
        this.name = name;
        this.follower = new Follower(name);
        this.random = new Random(seed);
        this.testimony = testimony;
        this.answered = answered;
    }

    /**
     * Plays until it is enough and every command is answered, or until the connection is lost.
     *
     * @param enough asked between two commands
     * @throws AssertionError if the connection is lost
     * @throws IllegalStateException if the server says what it may not
     */
    void play(URI base, BooleanSupplier enough) {
        try (Player player = Player.connect(base, testimony.room(), "size=" + SIZE)) {
            Ears ears = new Ears(player);
            try {
                enter(player, ears);
                while (pending.isPresent() || !enough.getAsBoolean()) {
                    Frame command = pending.orElseGet(this::choose);
                    ask(player, command, random.nextInt(8) == 0 ? 3 : 1);
                    ears.listen();
                    if (random.nextInt(6) == 0) {
                        ask(player, done.get(random.nextInt(done.size())), 1);
                    }
                }
            } catch (AssertionError lost) {
                closeCode = player.awaitClose();
                throw lost;
            } finally {
                ears.listen();
            }
        }
    }

    /** How the latest connection that was lost was closed; 1006 if it broke off. */
    int closeCode() {
        return closeCode;
    }

    private void enter(Player player, Ears ears) {
        Frame welcome = player.await("welcome");
        if (token.isEmpty()) {
            follower.begin(welcome);
            ears.caughtUp = true;
            player.sit(name);
        } else {
            Frame resume = Frame.command("resume", "token", token, "since", follower.last());
            ears.resume = resume.id();
            player.ask(resume);
        }
        ears.listen();
    }

    /** Sends a command this many times and waits for as many answers. */
    private void ask(Player player, Frame command, int times) {
        pending = Optional.of(command);
        testimony.sent(command);
        for (int i = 0; i < times; i++) {
            player.send(command.text());
        }
        Frame answer = command;
        for (int i = 0; i < times; i++) {
            answer = player.await(
                    "the answer to " + command, frame -> command.id().equals(frame.id()));
        }
        if (!Testimony.isUnavailable(answer)) {
            pending = Optional.empty();
            done.add(command);
            answered.release();
        }
    }

    private Frame choose() {
        int dice = random.nextInt(100);
        if (follower.isOver()) {
            return dice < 40
                    ? command("offer", "kind", "rematch", "swap", random.nextBoolean())
                    : dice < 80 ? command("accept", "offer", "rematch") : word();
        }
        if (seat.equals(follower.state().get("toMove")) && dice < 80) {
            String point = (char) ('a' + random.nextInt(SIZE)) + Integer.toString(1 + random.nextInt(SIZE));
            return command("move", "move", point);
        }
        String kind = dice < 90 ? "takeback" : "draw";
        return switch (dice % 4) {
            case 0 -> command("offer", "kind", kind);
            case 1 -> command("accept", "offer", kind);
            case 2 -> command("decline", "offer", kind);
            default -> word();
        };
    }

    private Frame word() {
        return command("say", "text", name + " says " + commands + " " + "x".repeat(random.nextInt(200)));
    }

    private Frame command(String type, Object... fields) {
        commands++;
        return Frame.command(type, fields);
    }

    /** Takes in what came on one connection, in order. */
    private final class Ears {

        private final Player player;
        private String resume = "";
        private boolean caughtUp;
        private int taken;

        private Ears(Player player) {
            this.player = player;
        }

        private void listen() {
            List<Frame> frames = player.frames();
            frames.subList(taken, frames.size()).forEach(this::hear);
            taken = frames.size();
        }

        private void hear(Frame frame) {
            testimony.heard(frame);
            if (frame.containsKey("at")) {
                follower.hear(frame, caughtUp);
            } else if (frame.type().equals("you")) {
                seat = (String) frame.get("seat");
                token = Optional.ofNullable((String) frame.get("token")).orElse(token);
            } else if (frame.type().equals("ack") && resume.equals(frame.id())) {
                caughtUp = true;
            }
        }
    }
}
