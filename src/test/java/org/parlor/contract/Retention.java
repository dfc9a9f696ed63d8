package org.parlor.contract;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What servers and the JDK keep of an application that was taken away, and the application cannot make them drop. Each is
 * known by a word on the way from the root of the heap to the application's class loader.
 */
enum Retention {
    RECORDS_EQUALS(
            "java.lang.runtime.ObjectMethods",
            List.of("JDK 17"),
            "the class for whose record it last made an `equals`"),

    PROCESS_REAPER(
            "thread process reaper",
            List.of("JDK"),
            "the context class loader of the thread that waits for ended processes, until it was idle for a minute"),

    UPGRADED_REQUEST(
            "Request.httpUpgradeHandler",
            List.of("GlassFish", "Payara"),
            "in each request that it uses again, the handler of the last WebSocket that began with it"),

    DEPLOYMENT_LISTENER(
            "org.glassfish.kernel.event.EventsImpl$Listener",
            List.of("GlassFish"),
            "listeners of its own `deploy` command, one for each deployment, for as long as the server runs"),

    TRACE_COMPONENT(
            "com.ibm.websphere.ras.TraceComponent",
            List.of("Open Liberty"),
            "the class that first asked for a logger, as long as any application has a logger of that name");

    private final String mark;
    private final List<String> keepers;
    private final String kept;

    Retention(String mark, List<String> keepers, String kept) {
        this.mark = mark;
        this.keepers = keepers;
        this.kept = kept;
    }

    /** What explains that something is in memory, if anything known does. */
    static Optional<Retention> of(List<String> wayFromRoot) {
        return Arrays.stream(values())
                .filter(retention -> wayFromRoot.stream().anyMatch(step -> step.contains(retention.mark)))
                .findFirst();
    }

    /** Its row in the table on the page about containers. */
    String row() {
        return "| %s | %s |".formatted(String.join(", ", keepers), kept);
    }
}
