package org.parlor.fault;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.parlor.protocol.JsonEncoding;
import org.parlor.runtime.CloseReason;
import org.parlor.runtime.Connection;
import org.parlor.runtime.Encoding;
import org.parlor.runtime.Frame;
import org.parlor.runtime.Message;

/** A connection to a room that writes down what it hears. */
public final class Listener implements Connection {

    private static final int SECONDS = 5;
    private static final JsonEncoding JSON = new JsonEncoding();

    /** One for all listeners. */
    private static final Encoding ENCODING = Said::new;

    private final Deque<Place> line = new ArrayDeque<>();
    private final List<Message> heard = new ArrayList<>();
    private final List<Message> waiting = new ArrayList<>();
    private Optional<CloseReason> closed = Optional.empty();

    /** A message in a frame that keeps it. */
    private record Said(Message message) implements Frame {
        @Override
        public int bytes() {
            return 0;
        }
    }

    /** Where frames stand in line, or will stand. */
    private final class Place implements Gap {

        private Optional<Iterable<Frame>> frames = Optional.empty();
        private Runnable whenDone = () -> {};

        @Override
        public void fill(Iterable<Frame> content, Runnable afterwards) {
            synchronized (Listener.this) {
                frames = Optional.of(content);
                whenDone = afterwards;
                hear();
            }
        }
    }

    @Override
    public Encoding encoding() {
        return ENCODING;
    }

    @Override
    public void send(Frame frame) {
        gap().fill(List.of(frame), () -> {});
    }

    @Override
    public synchronized Gap gap() {
        Place place = new Place();
        line.add(place);
        return place;
    }

    private synchronized void hear() {
        while (!line.isEmpty() && line.element().frames.isPresent()) {
            Place place = line.remove();
            place.frames.get().forEach(frame -> {
                heard.add(((Said) frame).message());
                waiting.add(((Said) frame).message());
            });
            place.whenDone.run();
        }
        notifyAll();
    }

    @Override
    public synchronized void close(CloseReason reason) {
        closed = Optional.of(reason);
        notifyAll();
    }

    /** Why the connection was closed; empty if it was not. */
    public synchronized Optional<CloseReason> closed() {
        return closed;
    }

    /** Waits for the answer that carries this id. The others go on waiting. */
    public Message answer(String id) throws InterruptedException {
        return await(message -> (message instanceof Message.Ack ack && ack.id().equals(id))
                || (message instanceof Message.Refused no
                        && no.id().filter(id::equals).isPresent()));
    }

    /** Waits for an event with this in its frame. The others go on waiting. */
    public Message event(String part) throws InterruptedException {
        return await(
                message -> message instanceof Message.Happened && text(message).contains(part));
    }

    /** Waits for a message of a kind. */
    public <T extends Message> T await(Class<T> kind) throws InterruptedException {
        return kind.cast(await(kind::isInstance));
    }

    private synchronized Message await(Predicate<Message> wanted) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (true) {
            Optional<Message> found = waiting.stream().filter(wanted).findFirst();
            if (found.isPresent()) {
                waiting.remove(found.get());
                return found.get();
            }
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("waited in vain; these came: " + heard + ", closed: " + closed);
            }
            wait(left);
        }
    }

    /** A message as the protocol writes it. */
    public static String text(Message message) {
        return JSON.encode(message).text();
    }

    /** All events in order. */
    synchronized List<Message.Happened> events() {
        return heard.stream()
                .filter(Message.Happened.class::isInstance)
                .map(Message.Happened.class::cast)
                .toList();
    }

    synchronized int count() {
        return heard.size();
    }
}
