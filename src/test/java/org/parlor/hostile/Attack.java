package org.parlor.hostile;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Something that strangers do to a server.
 *
 * @param name for people to read
 * @param strangers how many do it at once, each in a thread of its own
 * @param deed what each does, again and again
 */
record Attack(String name, int strangers, Deed deed) {

    private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /** What one stranger does until it is over; to be cut off by the server is no failure. */
    interface Deed {
        void on(URI base, BooleanSupplier goesOn) throws IOException;
    }

    /** An attack that goes on until it is ended. */
    static final class Running {

        private final AtomicBoolean goesOn = new AtomicBoolean(true);
        private final List<Thread> threads = new ArrayList<>();

        private Running(Attack attack, URI base) {
            for (int i = 0; i < attack.strangers(); i++) {
                Thread thread = new Thread(() -> attack.repeat(base, goesOn::get), attack.name() + " " + i);
                thread.setDaemon(true);
                threads.add(thread);
            }
            threads.forEach(Thread::start);
        }

        /** Ends it, and waits until nobody does anything any more. */
        void end() throws InterruptedException {
            goesOn.set(false);
            for (Thread thread : threads) {
                thread.interrupt();
                thread.join(TimeUnit.SECONDS.toMillis(20));
            }
        }
    }

    Running begin(URI base) {
        return new Running(this, base);
    }

    private void repeat(URI base, BooleanSupplier goesOn) {
        while (goesOn.getAsBoolean()) {
            try {
                deed.on(base, goesOn);
            } catch (IOException cutOff) {
                // Who is cut off comes again.
                LockSupport.parkNanos(REST_NANOS);
            }
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
