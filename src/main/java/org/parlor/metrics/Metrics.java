package org.parlor.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.parlor.room.Command;
import org.parlor.room.Refusal.Reason;
import org.parlor.runtime.RoomMetrics;
import org.parlor.store.StoreMetrics;

/**
 * What this server counts and measures. The page about operations lists it all. A label has its values from a list in the
 * code, never from a client.
 */
@ApplicationScoped
public class Metrics implements RoomMetrics, StoreMetrics {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final ConnectionMeters connections = new ConnectionMeters(registry);
    private final DistributionSummary batch = DistributionSummary.builder("parlor.journal.batch.appends")
            .description("Appends in one commit of the journal")
            .serviceLevelObjectives(Buckets.batch())
            .register(registry);
    private final Timer commit = Timer.builder("parlor.journal.commit")
            .description("Time that a commit of the journal took")
            .serviceLevelObjectives(Buckets.commit())
            .register(registry);
    private final Counter failed = Counter.builder("parlor.journal.failed.appends")
            .description("Appends that the journal did not confirm")
            .register(registry);
    private final Counters<Outcome> commands = new Counters<>(this::counter);
    private final Counters<Reason> invalidFrames = new Counters<>(this::counter);

    /** What became of a command of this type. */
    private record Outcome(String type, String outcome) {}

    public Metrics() {
        List.of(new JvmMemoryMetrics(), new JvmThreadMetrics(), new ProcessorMetrics(), new UptimeMetrics())
                .forEach(binder -> binder.bindTo(registry));
    }

    /** Shows from now on how many rooms are in memory. */
    public void showRooms(IntSupplier rooms) {
        Gauge.builder("parlor.rooms", rooms::getAsInt)
                .description("Rooms in memory: those that somebody is in")
                .register(registry);
    }

    /** Shows from now on which version this is. */
    public void showVersion(String version) {
        Gauge.builder("parlor.info", () -> 1)
                .description("Always 1; its label tells the version")
                .tag("version", version)
                .register(registry);
    }

    /**
     * A connection was opened.
     *
     * @param askedNanos when its handshake was read, as {@link System#nanoTime} tells it
     */
    public ConnectionMeter opened(long askedNanos) {
        return new ConnectionMeter(connections, askedNanos, System.nanoTime());
    }

    /** A handshake or a file was refused because of where it came from. */
    public void foreignOrigin() {
        connections.foreignOrigin();
    }

    /** A frame was no command: the reason is one of a few. */
    public void invalidFrame(Reason reason) {
        invalidFrames.count(reason);
    }

    private Counter counter(Reason reason) {
        return Counter.builder("parlor.invalid.frames")
                .description("Frames that are none of the protocol")
                .tag("reason", reason.label())
                .register(registry);
    }

    @Override
    public void accepted(Command command) {
        commands.count(new Outcome(command.label(), "accepted"));
    }

    @Override
    public void repeated(Command command) {
        commands.count(new Outcome(command.label(), "repeated"));
    }

    @Override
    public void refused(Command command, Reason reason) {
        commands.count(new Outcome(command.label(), reason.label()));
    }

    private Counter counter(Outcome outcome) {
        return Counter.builder("parlor.commands")
                .description("Commands by what became of them")
                .tag("type", outcome.type())
                .tag("outcome", outcome.outcome())
                .register(registry);
    }

    @Override
    public void committed(int appends, long nanos) {
        batch.record(appends);
        commit.record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void failed(int appends) {
        failed.increment(appends);
    }

    /** Everything, in the text format of Prometheus. */
    public String text() {
        return registry.scrape();
    }

    @PreDestroy
    void close() {
        registry.close();
    }
}
