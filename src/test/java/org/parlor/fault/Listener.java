package org.parlor.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.parlor.room.Goodbye;
import org.parlor.room.Message;
import org.parlor.room.Visitor;

/** A connection to a live room that writes down what it hears. */
final class Listener implements Visitor {

    private static final int SECONDS = 5;

    private final List<Message> heard = new ArrayList<>();
    private final List<Message> waiting = new ArrayList<>();

    @Override
    public synchronized void send(Message message) {
        heard.add(message);
        waiting.add(message);
        notifyAll();
    }

    @Override
    public void replay(List<Message> missed) {
        missed.forEach(this::send);
    }

    @Override
    public synchronized void close(Goodbye goodbye) {
        heard.add(new Message.Heard("closed with " + goodbye.code()));
    }

    /** Waits for the answer that carries this id. The others go on waiting. */
    Message answer(String id) throws InterruptedException {
        return await(message -> (message instanceof Message.Ack ack && ack.id().equals(id))
                || (message instanceof Message.Refused no
                        && no.id().filter(id::equals).isPresent()));
    }

    /** Waits for an event with this in its text. The others go on waiting. */
    Message event(String part) throws InterruptedException {
        return await(message ->
                message instanceof Message.Heard event && event.text().contains(part));
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
                throw new AssertionError("waited in vain; these came: " + heard);
            }
            wait(left);
        }
    }

    /** The texts of all events, in order. */
    synchronized List<String> events() {
        return heard.stream()
                .filter(Message.Heard.class::isInstance)
                .map(message -> ((Message.Heard) message).text())
                .toList();
    }

    synchronized int count() {
        return heard.size();
    }
}
