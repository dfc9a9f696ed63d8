package org.parlor.contract;

import static java.util.stream.Collectors.groupingBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What servers and the JDK keep of an application that was taken away, and the application cannot make them drop. Each is
 * known by a part of the way from the root of the heap to the application's class loader, and by how many can be held so at most.
 */
enum Retention {
    RECORDS_EQUALS(
            "java.lang.runtime.ObjectMethods",
            List.of(),
            1,
            "The JDK 17 keeps the class for whose record it last made an `equals`. Later ones do not."),

    PROCESS_REAPER(
            "thread process reaper > java.lang.Thread.contextClassLoader",
            List.of(),
            Integer.MAX_VALUE,
            "The JDK's thread that waits for ended processes has a context class loader, and ends when it was idle for a"
                    + " minute."),

    UPGRADED_REQUEST(
            "org.apache.catalina.connector.Request.httpUpgradeHandler",
            List.of("glassfish", "payara"),
            Integer.MAX_VALUE,
            "A request object that is used again keeps the handler of the last WebSocket that began with it. There are"
                    + " a few for each thread that serves requests."),

    CODER(
            "org.glassfish.tyrus.gf.cdi.CdiComponentProvider.cdiBeanToContext",
            List.of("glassfish", "payara"),
            1,
            "The encoders and decoders of a WebSocket that was open when the application ended."),

    DEPLOYMENT_LISTENER(
            "org.glassfish.kernel.event.EventsImpl.listeners",
            List.of("glassfish"),
            Integer.MAX_VALUE,
            "`deploy` adds listeners for each deployment and does not remove them while the server runs."),

    EARLY_DRIVERS(
            "java.sql.DriverManager.registeredDrivers",
            List.of("glassfish"),
            1,
            "`deploy` looks for forgotten JDBC drivers in a class loader that it used for a moment, and the first such"
                    + " look makes the JDK load them there."),

    SCHEDULER_THREAD(
            "__defaultManagedScheduledExecutorService\\S* > java.lang.Thread.contextClassLoader",
            List.of("glassfish", "payara"),
            1,
            "The first thread of the server's scheduler has the context class loader of the application that was being"
                    + " deployed."),

    UPGRADED_CONNECTION(
            "com.ibm.ws.webcontainer31.upgrade.WebTransportConnection.handler",
            List.of("liberty"),
            Integer.MAX_VALUE,
            "A thread that serves requests remembers the last one, and with it the handler of a WebSocket that began with it."),

    ENDLESS_CLOSE(
            "stack of thread parlor-closer: .*com\\.ibm\\.ws\\.wsoc\\.",
            List.of("liberty"),
            2,
            "Seldom, the server waits without an end for a WebSocket's close frame to be written, in the thread that closes."),

    WORKER_THREAD(
            "thread default task-\\d+ > java.lang.Thread.contextClassLoader",
            List.of("wildfly"),
            Integer.MAX_VALUE,
            "A thread of the server's pool that began while the application ran has its context class loader until it ends,"
                    + " which it does when it was idle for a while."),

    TRACE_COMPONENT(
            "com.ibm.websphere.ras.TraceComponent",
            List.of("liberty"),
            1,
            "The class that first asked for a logger is kept as long as any application has a logger of that name.");

    private final Pattern way;
    private final List<String> servers;
    private final int most;
    private final String reason;

    Retention(String way, List<String> servers, int most, String reason) {
        this.way = Pattern.compile(way);
        this.servers = servers;
        this.most = most;
        this.reason = reason;
    }

    /** What nothing known explains on the server of this run, and what is more of its kind than the explanation allows. */
    static List<List<String>> unexplained(List<List<String>> waysFromRoot) {
        Map<Optional<Retention>, List<List<String>>> kinds =
                waysFromRoot.stream().collect(groupingBy(Retention::of));
        return kinds.entrySet().stream()
                .flatMap(kind -> kind.getValue().stream()
                        .skip(kind.getKey().map(it -> it.most).orElse(0)))
                .toList();
    }

    private static Optional<Retention> of(List<String> wayFromRoot) {
        String whole = String.join(" > ", wayFromRoot);
        return Arrays.stream(values())
                .filter(retention -> retention.servers.isEmpty() || retention.servers.contains(Suite.SERVER))
                .filter(retention -> retention.way.matcher(whole).find())
                .findFirst();
    }

    /** Its row in the table on the page about containers. */
    String row() {
        return "| %s | %s |".formatted(servers.isEmpty() ? "all" : String.join(", ", servers), reason);
    }
}
