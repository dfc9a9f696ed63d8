package org.parlor.protocol;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What came to one player, in order. Frames wait here until a test asks for them. Safe for many threads. */
final class Inbox {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Lock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final List<Frame> all = new ArrayList<>();
    private final List<Frame> waiting = new ArrayList<>();
    private Optional<AssertionError> violation = Optional.empty();
    private OptionalInt closeCode = OptionalInt.empty();

    void add(Frame frame) {
        change(() -> {
            all.add(frame);
            waiting.add(frame);
        });
    }

    /** Makes every later question fail, since what came is not the protocol. Only the first is kept. */
    void fail(AssertionError what) {
        change(() -> violation = violation.or(() -> Optional.of(what)));
    }

    /** Ends the story. Only the first code is kept. */
    void close(int code) {
        change(() -> closeCode = closeCode.isPresent() ? closeCode : OptionalInt.of(code));
    }

    /** Every frame so far, also those that were taken. */
    List<Frame> all() {
        lock.lock();
        try {
            violation.ifPresent(Inbox::rethrow);
            return List.copyOf(all);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes the first frame that fits and leaves the others.
     *
     * @throws AssertionError if none comes in time or before the connection closes
     */
    Frame take(String wanted, Predicate<Frame> fits) {
        return take(wanted, fits, PATIENCE);
    }

    /** As {@link #take(String, Predicate)}, with another patience than the usual one. */
    Frame take(String wanted, Predicate<Frame> fits, Duration patience) {
        return await(wanted, patience, () -> {
            Optional<Frame> first = waiting.stream().filter(fits).findFirst();
            first.ifPresent(waiting::remove);
            return first;
        });
    }

    /**
     * Waits until a frame has come, and leaves it.
     *
     * @throws AssertionError if none comes in time or before the connection closes
     */
    void awaitFirst() {
        await("the first frame", PATIENCE, () -> all.stream().findFirst());
    }

    /** @throws AssertionError if the connection stays open */
    int awaitClose() {
        return await(
                "the close",
                PATIENCE,
                () -> closeCode.isPresent() ? Optional.of(closeCode.getAsInt()) : Optional.empty());
    }

    private <T> T await(String wanted, Duration patience, Question<T> question) {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (true) {
                violation.ifPresent(Inbox::rethrow);
                Optional<T> answer = question.ask();
                if (answer.isPresent()) {
                    return answer.get();
                }
                if (left <= 0 || closeCode.isPresent()) {
                    throw new AssertionError("Waited in vain for " + wanted + ". " + story(patience));
                }
                left = news.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for " + wanted, e);
        } finally {
            lock.unlock();
        }
    }

    private String story(Duration patience) {
        String end = closeCode.isPresent()
                ? "The connection was closed with " + closeCode.getAsInt() + "."
                : "The connection is open after " + patience.toSeconds() + " s.";
        if (waiting.isEmpty()) {
            return end + " No other frame is waiting; " + all.size() + " came in all.";
        }
        return waiting.stream()
                .map(Frame::text)
                .collect(Collectors.joining("\n  ", end + " What came instead:\n  ", ""));
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static void rethrow(AssertionError violation) {
        throw new AssertionError(violation.getMessage(), violation);
    }

    @FunctionalInterface
    private interface Question<T> {
        Optional<T> ask();
    }
}
