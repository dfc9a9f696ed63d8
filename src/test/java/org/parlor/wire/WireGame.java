package org.parlor.wire;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parlor.protocol.Player;

/**
 * A short game of Gomoku over two sockets, written down byte by byte. Black gets five in a row along {@link #BLACK}.
 *
 * @param handshake what Black asked
 * @param answer what the server answered
 * @param frames what went over the wire, by a name for each
 */
public record WireGame(Handshake handshake, HandshakeAnswer answer, Map<String, WireFrame> frames) {

    static final List<String> BLACK = List.of("h8", "i8", "j8", "k8", "l8");
    static final List<String> WHITE = List.of("h9", "i9", "j9", "k9");

    private static final String WHITES_KEY = "d2hpdGUncyBvd24ga2V5IQ==";

    /**
     * Plays the game.
     *
     * @param room that nobody else uses
     */
    public static WireGame play(URI base, String room) throws IOException {
        Handshake handshake = Handshake.to(Player.address(base, room, "game=gomoku&rule=freestyle&size=15"));
        try (var black = WireSocket.open(handshake);
                var white = WireSocket.open(handshake.withKey(WHITES_KEY))) {
            var frames = new LinkedHashMap<String, WireFrame>();
            sit(black, white, frames);
            openInPieces(black, white, frames);
            finish(black, white, frames);
            close(black, white, frames);
            return new WireGame(handshake, black.answer(), frames);
        }
    }

    private static void sit(WireSocket black, WireSocket white, Map<String, WireFrame> frames) throws IOException {
        frames.put("welcome", black.await("welcome"));
        frames.put("sit", black.send("{\"type\":\"sit\",\"id\":\"1\",\"seat\":\"black\",\"name\":\"Ann\"}"));
        frames.put("seated", black.await("seated"));
        frames.put("you", black.await("you"));
        frames.put("ack", black.await("ack"));
        white.send("{\"type\":\"sit\",\"id\":\"1\",\"seat\":\"white\",\"name\":\"Bob\"}");
        white.await("ack");
        frames.put("started", black.await("started"));
    }

    private static void openInPieces(WireSocket black, WireSocket white, Map<String, WireFrame> frames)
            throws IOException {
        frames.put("move", black.send(move("2", BLACK.get(0))));
        frames.put("move-ack", black.await("ack"));
        frames.put("moved-to-black", black.await("moved"));
        frames.put("moved-to-white", white.await("moved"));
        frames.put("piece-1", white.send(WireFrame.piece("{\"type\":\"move\",", true, false)));
        frames.put("ping", white.send(WireFrame.ping("Hello")));
        frames.put("piece-2", white.send(WireFrame.piece("\"id\":\"2\",", false, false)));
        frames.put("piece-3", white.send(WireFrame.piece("\"move\":\"" + WHITE.get(0) + "\"}", false, true)));
        frames.put("pong", white.await(Opcode.PONG));
        white.await("ack");
        white.await("moved");
        frames.put("moved-in-pieces", black.await("moved"));
    }

    private static void finish(WireSocket black, WireSocket white, Map<String, WireFrame> frames) throws IOException {
        int last = BLACK.size() - 1;
        for (int turn = 1; turn < last; turn++) {
            play(black, white, turn, BLACK);
            play(white, black, turn, WHITE);
        }
        frames.put("winning-move", black.send(move(idOf(last), BLACK.get(last))));
        black.await("ack");
        frames.put("won", white.await("moved"));
        frames.put("ended", white.await("ended"));
        frames.put("ended-to-black", black.await("ended"));
    }

    private static void close(WireSocket black, WireSocket white, Map<String, WireFrame> frames) throws IOException {
        frames.put("leave", black.send("{\"type\":\"leave\",\"id\":\"7\"}"));
        frames.put("close-by-server", black.await(Opcode.CLOSE));
        frames.put(
                "echo-of-black",
                black.send(WireFrame.close(frames.get("close-by-server").closeCode())));
        frames.put("left", white.await("left"));
        frames.put("close-by-white", white.send(WireFrame.close(1000)));
        frames.put("echo-of-server", white.await(Opcode.CLOSE));
    }

    private static void play(WireSocket mover, WireSocket other, int turn, List<String> moves) throws IOException {
        mover.send(move(idOf(turn), moves.get(turn)));
        mover.await("ack");
        mover.await("moved");
        other.await("moved");
    }

    private static String idOf(int turn) {
        return String.valueOf(turn + 2);
    }

    private static String move(String id, String move) {
        return "{\"type\":\"move\",\"id\":\"" + id + "\",\"move\":\"" + move + "\"}";
    }
}
