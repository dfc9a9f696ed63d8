package org.parlor.fault;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parlor.protocol.Frame;
import org.parlor.protocol.Player;

/** A player who may be cut off at any point, and does what a client should when it is back. For one thread at a time. */
final class CutOffPlayer {

    private final URI base;
    private final Testimony room;
    private final Frame sit;
    private final Follower follower;
    private final Map<String, Frame> unanswered = new LinkedHashMap<>();
    private final Map<String, Frame> answered = new LinkedHashMap<>();
    private Optional<Line> line = Optional.empty();
    private Optional<String> token = Optional.empty();

    /** How a player comes back. */
    enum Way {
        /** The seat is asked for, and the answer awaited. */
        WHOLE,
        /** The connection breaks again while the seat is asked for. */
        CUT_SHORT,
        /** The connection before is still open, and loses the seat to the new one. */
        OVERTAKING
    }

    CutOffPlayer(URI base, Testimony room, String name, String seat) {
        this.base = base;
        this.room = room;
        this.follower = new Follower(name);
        this.sit = Frame.command("sit", "seat", seat, "name", name, "token", name + "'s own secret, known to nobody");
    }

    Follower follower() {
        return follower;
    }

    /** Comes back, or for the first time. */
    void come(Way way) {
        Optional<Line> before = line;
        if (way != Way.OVERTAKING) {
            cut();
        }
        Line fresh = new Line(Player.connect(base, room.room(), ""));
        line = Optional.of(fresh);
        fresh.player.await("welcome");
        fresh.askForSeat();
        if (way == Way.CUT_SHORT) {
            cut();
            return;
        }
        fresh.awaitSeat();
        before.ifPresent(Line::cut);
        List.copyOf(unanswered.values()).forEach(command -> fresh.ask(command, 1, true));
    }

    /** The network breaks off. */
    void cut() {
        line.ifPresent(Line::cut);
        line = Optional.empty();
    }

    /** Wants something; who is away asks for it when back. */
    void ask(Frame command, int copies, boolean waits) {
        if (copies > 0) {
            room.sent(command);
            unanswered.put(command.id(), command);
            line.ifPresent(it -> it.ask(command, copies, waits));
        }
    }

    /** Asks for something again that was answered before. */
    void askAgain(int which) {
        List<Frame> old = List.copyOf(answered.values());
        if (!old.isEmpty()) {
            line.ifPresent(it -> it.ask(old.get(which % old.size()), 1, true));
        }
    }

    /** Waits until everything has come that was sent so far. */
    void catchUp() {
        line.ifPresent(it -> {
            it.player.catchUp();
            it.listen();
        });
    }

    /** One connection. */
    private final class Line {

        private final Player player;
        private final Frame resume;
        private boolean caughtUp;
        private int taken;

        private Line(Player player) {
            this.player = player;
            this.resume = token.map(it -> Frame.command("resume", "since", follower.last(), "token", it))
                    .orElseGet(() -> Frame.command("resume", "since", follower.last()));
        }

        private void askForSeat() {
            player.send(resume);
            if (token.isEmpty()) {
                player.send(sit);
            }
        }

        private void awaitSeat() {
            boolean sits = token.isEmpty();
            awaitAnswer(resume);
            if (sits) {
                awaitAnswer(sit);
            }
            listen();
            if (token.isEmpty() || !caughtUp) {
                throw new IllegalStateException("no seat for " + sit + ", only " + player.frames());
            }
        }

        private void ask(Frame command, int copies, boolean waits) {
            for (int i = 0; i < copies; i++) {
                player.send(command);
            }
            for (int i = 0; waits && i < copies; i++) {
                awaitAnswer(command);
            }
            listen();
        }

        private void awaitAnswer(Frame command) {
            player.await(
                    "the answer to " + command,
                    frame -> !frame.type().equals("you") && command.id().equals(frame.id()));
        }

        private void cut() {
            player.abort();
            listen();
        }

        private void listen() {
            List<Frame> frames = player.frames();
            frames.subList(taken, frames.size()).forEach(this::hear);
            taken = frames.size();
        }

        private void hear(Frame frame) {
            room.heard(frame);
            if (frame.containsKey("at")) {
                follower.hear(frame, caughtUp);
            } else if (frame.type().equals("you")) {
                token = Optional.ofNullable((String) frame.get("token")).or(() -> token);
            } else if (frame.type().equals("ack") && frame.id().equals(resume.id())) {
                caughtUp = true;
            }
            Optional.ofNullable(frame.id())
                    .map(unanswered::remove)
                    .ifPresent(command -> answered.put(command.id(), command));
        }
    }
}
