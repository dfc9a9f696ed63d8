package org.parlor.protocol;

import static org.parlor.protocol.FrameSchemas.Direction.FROM_CLIENT;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A program that plays, as tests need one: a WebSocket client that holds itself and the server to the protocol.
 *
 * <p>Every frame that goes out is checked before it is sent, save for the deliberately bad ones of {@link #sendRaw}; every
 * frame that comes in is checked before a test sees it, and one that breaks the protocol fails the next call. Frames wait
 * until they are asked for, in any order, for at most 10 seconds:
 *
 * <pre>{@code
 * try (var ann = Player.connect(base, "r", "game=gomoku"); var bob = Player.connect(base, "r", "")) {
 *     ann.sit("Ann");
 *     bob.sit("Bob");
 *     ann.move("h8");
 *     assertThat(bob.await("moved")).containsEntry("move", "h8");
 *     assertThat(ann.ask("move", "move", "i8")).containsEntry("reason", "not-your-turn");
 * }
 * }</pre>
 */
public final class Player implements AutoCloseable {

    /** The protocol's name in the handshake. */
    public static final String SUBPROTOCOL = "parlor.v1.json";

    private static final int SECONDS_TO_SEND = 10;
    private static final FrameSchemas SCHEMAS = FrameSchemas.ofProject();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Inbox inbox = new Inbox();
    private final Ear ear = new Ear(SCHEMAS, inbox);
    private final WebSocket socket;

    private Player(URI address, Map<String, String> headers, List<String> subprotocols) {
        WebSocket.Builder builder = HTTP.newWebSocketBuilder();
        headers.forEach(builder::header);
        if (!subprotocols.isEmpty()) {
            builder.subprotocols(
                    subprotocols.get(0), subprotocols.stream().skip(1).toArray(String[]::new));
        }
        this.socket = opened(builder.buildAsync(address, ear), address);
    }

    /**
     * Connects to a room.
     *
     * @param base where the application is: {@code http://localhost:8080/}
     * @param query the part after the question mark, encoded; may be empty
     * @throws UncheckedIOException if the server refuses the handshake
     */
    public static Player connect(URI base, String room, String query) {
        return connect(address(base, room, query), Map.of(), SUBPROTOCOL);
    }

    /**
     * Connects with headers and subprotocols of one's own.
     *
     * @param address as {@link #address} makes it
     * @param headers such as {@code Origin}
     * @param subprotocols the most wanted first; none to leave the choice to the server
     * @throws UncheckedIOException if the server refuses the handshake
     */
    public static Player connect(URI address, Map<String, String> headers, String... subprotocols) {
        return new Player(address, headers, List.of(subprotocols));
    }

    /** The address of a room's WebSocket on the server at {@code base}. */
    public static URI address(URI base, String room, String query) {
        String scheme = "https".equals(base.getScheme()) ? "wss" : "ws";
        String path = base.getRawPath().endsWith("/") ? base.getRawPath() : base.getRawPath() + "/";
        String suffix = query.isEmpty() ? "" : "?" + query;
        return URI.create(scheme + "://" + base.getRawAuthority() + path + "rooms/" + room + suffix);
    }

    /** The subprotocol that the server chose, empty if none. */
    public String subprotocol() {
        return socket.getSubprotocol();
    }

    /** Sends a frame and does not wait for an answer. */
    public void send(Map<String, ?> frame) {
        send(Frame.of(frame).text());
    }

    /** Sends a frame and does not wait for an answer. */
    public void send(String frame) {
        SCHEMAS.check(FROM_CLIENT, frame);
        sendRaw(frame);
    }

    /** Sends any text, whether the protocol knows it or not. */
    public void sendRaw(String text) {
        sent(socket.sendText(text, true));
    }

    /** Sends a binary frame, which the protocol does not know. */
    public void sendBinary(byte[] bytes) {
        sent(socket.sendBinary(ByteBuffer.wrap(bytes), true));
    }

    /**
     * Sends a command with a fresh id and waits for the answer that carries it.
     *
     * @param fields names and values in turn: {@code "move", "h8"}
     * @return the {@code ack}, {@code refused} or {@code legal}
     */
    public Frame ask(String type, Object... fields) {
        return ask(Frame.command(type, fields));
    }

    /** Sends this command, which has an id, and waits for the {@code ack}, {@code refused} or {@code legal}. */
    public Frame ask(Frame command) {
        send(command.text());
        return await(
                "the answer to " + command,
                frame -> !frame.type().equals("you") && command.id().equals(frame.id()));
    }

    /** Like {@link #ask}, and fails if the command is refused. */
    public Frame insist(String type, Object... fields) {
        Frame command = Frame.command(type, fields);
        Frame answer = ask(command);
        if (answer.type().equals("refused")) {
            throw new AssertionError(command + " was refused: " + answer);
        }
        return answer;
    }

    /** Takes any free seat. Returns the {@code you}. */
    public Frame sit(String name) {
        return seated(insist("sit", "name", name));
    }

    /** Takes this seat. Returns the {@code you}. */
    public Frame sit(String seat, String name) {
        return seated(insist("sit", "seat", seat, "name", name));
    }

    /** Takes the seat of this token back. Returns the {@code you}. */
    public Frame resume(String token, long since) {
        return seated(insist("resume", "token", token, "since", since));
    }

    /** Plays a move. Returns the event that tells of it. */
    public Frame move(String move) {
        long seq = insist("move", "move", move).seq();
        return await("moved " + seq, frame -> frame.type().equals("moved") && frame.seq() == seq);
    }

    /** Takes the first waiting frame of this type; the others go on waiting. */
    public Frame await(String type) {
        return await(type, frame -> frame.type().equals(type));
    }

    /** As {@link #await(String)}, for what takes longer than usual. */
    public Frame await(String type, Duration patience) {
        return inbox.take(type, frame -> frame.type().equals(type), patience);
    }

    /** Takes the first waiting frame that fits; the others go on waiting. */
    public Frame await(String wanted, Predicate<Frame> fits) {
        return inbox.take(wanted, fits);
    }

    /** As {@link #await(String, Predicate)}, for what takes longer than usual. */
    public Frame await(String wanted, Predicate<Frame> fits, Duration patience) {
        return inbox.take(wanted, fits, patience);
    }

    /**
     * Waits until the server has spoken, as it does first on every connection. Several servers agree to a handshake before the
     * client is in the room.
     */
    public Player awaitFirst() {
        inbox.awaitFirst();
        return this;
    }

    /** Waits until everything has come that the server sent before it answers a {@code ping} now. */
    public void catchUp() {
        long t = System.nanoTime();
        send(Map.of("type", "ping", "t", t));
        await("pong " + t, frame -> frame.type().equals("pong") && ((Number) frame.get("t")).longValue() == t);
    }

    /** Every frame that has come, in order, whether it was awaited or not. */
    public List<Frame> frames() {
        return inbox.all();
    }

    /** Every frame of this type that has come, in order. */
    public List<Frame> frames(String type) {
        return frames().stream().filter(frame -> frame.type().equals(type)).toList();
    }

    /** Waits for the end of the connection. Returns the close code, 1006 if there was none. */
    public int awaitClose() {
        return inbox.awaitClose();
    }

    /** Takes nothing more from the network, as a client does that hangs. */
    public void stopReading() {
        ear.stop();
    }

    /** Goes on after {@link #stopReading}. */
    public void startReading() {
        ear.start(socket);
    }

    /** Starts the closing handshake; {@link #awaitClose} tells how the server answered. */
    public void close(int code) {
        sent(socket.sendClose(code, ""));
    }

    /** Cuts the connection without a word. */
    public void abort() {
        socket.abort();
        inbox.close(Ear.CUT_OFF);
    }

    /** Cuts the connection if it is still open. */
    @Override
    public void close() {
        abort();
    }

    private Frame seated(Frame answer) {
        return await(
                "you for " + answer,
                frame -> frame.type().equals("you") && answer.id().equals(frame.id()));
    }

    private static WebSocket opened(CompletableFuture<WebSocket> opening, URI address) {
        try {
            return opening.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                int status = refused.getResponse().statusCode();
                throw new UncheckedIOException("The server answered the handshake with " + status, refused);
            }
            throw new AssertionError("Can't connect to " + address, e);
        }
    }

    private static void sent(CompletableFuture<WebSocket> sending) {
        try {
            sending.orTimeout(SECONDS_TO_SEND, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw new AssertionError("The frame could not be sent", e);
        }
    }
}
