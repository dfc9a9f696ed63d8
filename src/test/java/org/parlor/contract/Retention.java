package org.parlor.contract;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What servers and the JDK keep of an application that was taken away, and the application cannot make them drop. Each is
 * known by a part of the way from the root of the heap to the application's class loader.
 */
enum Retention {
    RECORDS_EQUALS(
            "java.lang.runtime.ObjectMethods",
            "",
            "The JDK 17 keeps the class for whose record it last made an `equals`. Later ones do not."),

    PROCESS_REAPER(
            "thread process reaper > java.lang.Thread.contextClassLoader",
            "",
            "The JDK's thread that waits for ended processes has a context class loader, and ends when it was idle for a"
                    + " minute."),

    UPGRADED_REQUEST(
            "org.apache.catalina.connector.Request.httpUpgradeHandler",
            "glassfish payara",
            "A request object that is used again keeps the handler of the last WebSocket that began with it. There are"
                    + " a few for each thread that serves requests."),

    CODER(
            "org.glassfish.tyrus.gf.cdi.CdiComponentProvider.cdiBeanToContext",
            "glassfish payara",
            "The encoders and decoders of a WebSocket that was open when the application ended."),

    DEPLOYMENT_LISTENER(
            "org.glassfish.kernel.event.EventsImpl.listeners",
            "glassfish",
            "`deploy` adds listeners for each deployment and does not remove them while the server runs."),

    EARLY_DRIVERS(
            "java.sql.DriverManager.registeredDrivers",
            "glassfish",
            "`deploy` looks for forgotten JDBC drivers in a class loader that it used for a moment, and the first such"
                    + " look makes the JDK load them there."),

    SCHEDULER_THREAD(
            "__defaultManagedScheduledExecutorService\\S* > java.lang.Thread.contextClassLoader",
            "glassfish payara",
            "The first thread of the server's scheduler has the context class loader of the application that was being"
                    + " deployed."),

    UPGRADED_CONNECTION(
            "com.ibm.ws.webcontainer31.upgrade.WebTransportConnection.handler",
            "liberty",
            "A thread that serves requests remembers the last one, and with it the handler of a WebSocket that began with it."),

    WORKER_THREAD(
            "thread default task-\\d+ > java.lang.Thread.contextClassLoader",
            "wildfly",
            "A thread of the server's pool that began while the application ran has its context class loader until it ends,"
                    + " which it does when it was idle for a while."),

    TRACE_COMPONENT(
            "com.ibm.websphere.ras.TraceComponent",
            "liberty",
            "The class that first asked for a logger is kept as long as any application has a logger of that name.");

    private final Pattern way;
    private final String servers;
    private final String reason;

    Retention(String way, String servers, String reason) {
        this.way = Pattern.compile(way);
        this.servers = servers;
        this.reason = reason;
    }

    /** Whether it explains, on the server of this run, what is in memory. */
    static boolean explains(List<String> wayFromRoot) {
        String whole = String.join(" > ", wayFromRoot);
        return Arrays.stream(values())
                .filter(retention -> retention.servers.contains(Suite.SERVER) || retention.servers.isEmpty())
                .anyMatch(retention -> retention.way.matcher(whole).find());
    }

    /** Its row in the table on the page about containers. */
    String row() {
        return "| %s | %s |".formatted(servers.isEmpty() ? "all" : servers.replace(" ", ", "), reason);
    }
}
