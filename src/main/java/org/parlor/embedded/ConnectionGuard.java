package org.parlor.embedded;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.Filter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.parlor.limit.ConnectionLimits;
import org.parlor.limit.Deadlines;
import org.parlor.limit.Deadlines.Deadline;

/** Bounds how many TCP connections there are, and the time in which the head of a request must come. */
final class ConnectionGuard {

    /** From the first byte of a request's head to its last. */
    static final Duration LONGEST_HEAD = Duration.ofSeconds(20);

    private final ConnectionLimits limits;
    private final Predicate<String> exempt;
    private final Deadlines deadlines;
    private final Attribute<Arrival> arrivals =
            Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(ConnectionGuard.class.getName());

    /**
     * A guard.
     *
     * @param exempt the IP addresses whose connections are not counted
     */
    ConnectionGuard(ConnectionLimits limits, Predicate<String> exempt, Deadlines deadlines) {
        this.limits = limits;
        this.exempt = exempt;
        this.deadlines = deadlines;
    }

    /** What a connection is at. */
    private static final class Arrival {

        private final Optional<String> counted;
        private Optional<Deadline> deadline = Optional.empty();
        private boolean busy;
        private boolean upgraded;

        Arrival(Optional<String> counted) {
            this.counted = counted;
        }

        synchronized void read(Deadlines deadlines, Runnable tooLate) {
            if (!busy && !upgraded && deadline.isEmpty()) {
                deadline = Optional.of(deadlines.after(LONGEST_HEAD, tooLate));
            }
        }

        synchronized void headRead() {
            deadline.ifPresent(it -> it.cancel());
            deadline = Optional.empty();
            busy = true;
        }

        synchronized void answered() {
            busy = false;
        }

        synchronized void upgraded() {
            upgraded = true;
        }
    }

    /** Comes right after the transport. */
    Filter beforeHttp() {
        return new BaseFilter() {
            @Override
            public NextAction handleAccept(FilterChainContext context) {
                Connection<?> network = context.getConnection();
                Optional<String> counted = Optional.of(address(network)).filter(exempt.negate());
                if (counted.isPresent() && !limits.enter(counted.get())) {
                    network.terminateSilently();
                    return context.getStopAction();
                }
                arrivals.set(network, new Arrival(counted));
                return context.getInvokeAction();
            }

            @Override
            public NextAction handleRead(FilterChainContext context) {
                Connection<?> network = context.getConnection();
                arrival(network).ifPresent(it -> it.read(deadlines, network::terminateSilently));
                return context.getInvokeAction();
            }

            @Override
            public NextAction handleClose(FilterChainContext context) {
                Optional<Arrival> arrival = arrival(context.getConnection());
                arrivals.remove(context.getConnection());
                arrival.ifPresent(Arrival::headRead);
                arrival.flatMap(it -> it.counted).ifPresent(limits::leave);
                return context.getInvokeAction();
            }
        };
    }

    /** Comes right after HTTP's own filter. */
    Filter afterHttp() {
        return new BaseFilter() {
            @Override
            public NextAction handleRead(FilterChainContext context) {
                arrival(context.getConnection()).ifPresent(Arrival::headRead);
                return context.getInvokeAction();
            }

            @Override
            public NextAction handleWrite(FilterChainContext context) {
                if (context.getMessage() instanceof HttpContent content && content.isLast()) {
                    arrival(context.getConnection()).ifPresent(Arrival::answered);
                }
                return context.getInvokeAction();
            }
        };
    }

    /** The connection is one of WebSocket from now on. */
    void upgraded(Connection<?> network) {
        arrival(network).ifPresent(Arrival::upgraded);
    }

    private Optional<Arrival> arrival(Connection<?> network) {
        return Optional.ofNullable(arrivals.get(network));
    }

    private static String address(Connection<?> network) {
        return network.getPeerAddress() instanceof InetSocketAddress peer
                ? peer.getAddress().getHostAddress()
                : "unknown";
    }
}
