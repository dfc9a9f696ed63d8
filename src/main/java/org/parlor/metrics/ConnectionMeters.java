package org.parlor.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.parlor.runtime.CloseReason;

/** What all connections share in counting. */
final class ConnectionMeters {

    private final MeterRegistry registry;
    private final AtomicInteger open = new AtomicInteger();
    private final Timer setup;
    private final Timer duration;
    private final Direction in;
    private final Direction out;
    private final Counter drops;
    private final Counter foreign;
    private final Counters<CloseReason> closes = new Counters<>(this::counter);

    /** One way that frames go. */
    private record Direction(Counter bytes, DistributionSummary rate) {}

    ConnectionMeters(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder("parlor.sessions", open::get)
                .description("Open WebSocket sessions")
                .register(registry);
        setup = Timer.builder("parlor.connection.setup")
                .description("Time from the handshake's request to the end of sending welcome")
                .serviceLevelObjectives(Buckets.setup())
                .register(registry);
        duration = Timer.builder("parlor.connection.duration")
                .description("Time that a connection was open")
                .serviceLevelObjectives(Buckets.connection())
                .register(registry);
        in = direction("in", "parlor.received", "Bytes of frames that came in");
        out = direction("out", "parlor.sent", "Bytes of frames that went out");
        drops = Counter.builder("parlor.outbox.drops")
                .description("Connections closed because they read too slowly")
                .register(registry);
        foreign = Counter.builder("parlor.foreign.origins")
                .description("Handshakes and files refused because of their origin")
                .register(registry);
    }

    private Direction direction(String label, String counter, String description) {
        return new Direction(
                Counter.builder(counter)
                        .baseUnit("bytes")
                        .description(description)
                        .register(registry),
                DistributionSummary.builder("parlor.connection.rate")
                        .baseUnit("bytes_per_second")
                        .description("Bytes of frames a second, over the life of a connection")
                        .tag("direction", label)
                        .serviceLevelObjectives(Buckets.rate())
                        .register(registry));
    }

    void foreignOrigin() {
        foreign.increment();
    }

    void opened() {
        open.incrementAndGet();
    }

    void setUp(long nanos) {
        setup.record(nanos, TimeUnit.NANOSECONDS);
    }

    void received(int bytes) {
        in.bytes().increment(bytes);
    }

    void sent(int bytes) {
        out.bytes().increment(bytes);
    }

    void sentAway(CloseReason reason) {
        if (reason == CloseReason.TOO_SLOW) {
            drops.increment();
        }
        closes.count(reason);
    }

    private Counter counter(CloseReason reason) {
        return Counter.builder("parlor.closed.connections")
                .description("Connections that the server closed, by why")
                .tag("reason", reason.label())
                .register(registry);
    }

    void closed(long nanos, long received, long sent) {
        open.decrementAndGet();
        duration.record(nanos, TimeUnit.NANOSECONDS);
        double seconds = Math.max(nanos, 1) / (double) TimeUnit.SECONDS.toNanos(1);
        in.rate().record(received / seconds);
        out.rate().record(sent / seconds);
    }
}
