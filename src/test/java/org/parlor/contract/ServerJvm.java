package org.parlor.contract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The process of a server that the suite started, seen from outside with the JDK's own {@code jcmd}. */
final class ServerJvm {

    private static final String BUILD = Path.of("target").toAbsolutePath() + "/";
    private static final String APPLICATION = "org.parlor.socket.Rooms";
    private static final Pattern LOADED =
            Pattern.compile("^.*\\b" + Pattern.quote(APPLICATION) + "/0x", Pattern.MULTILINE);
    private static final Pattern TOTAL = Pattern.compile("^Total\\s+\\d+\\s+(\\d+)", Pattern.MULTILINE);

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** A heap that held more applications than it should, for a tool that shows what holds them. */
    static final String LEFT_BEHIND = BUILD + "left-behind.hprof";

    private final long pid;

    private ServerJvm(long pid) {
        this.pid = pid;
    }

    /** Finds the process that runs the application now: this one for the embedded server, whose share in it nobody knows. */
    static ServerJvm find() {
        if (Suite.SERVER.equals("embedded")) {
            return new ServerJvm(ProcessHandle.current().pid());
        }
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .filter(process -> process.info().commandLine().orElse("").contains(BUILD))
                .map(process -> new ServerJvm(process.pid()))
                .filter(jvm -> jvm.applications() > 0)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no process of " + BUILD + " runs the application"));
    }

    /**
     * How many class loaders hold the application: one for each deployment, and those that leak. Collects garbage until there
     * are no more than these, for at most two minutes: some servers' loaders have finalizers and need more than one collection,
     * and idle threads that remember one end after a minute. If there still are more, the heap is left in {@link #LEFT_BEHIND}.
     */
    long applicationsWithin(long most) {
        long begun = System.nanoTime();
        long applications;
        do {
            jcmd("GC.run");
            applications = applications();
        } while (applications > most && System.nanoTime() - begun < PATIENCE.toNanos());
        if (applications > most) {
            System.out.println(jcmd("GC.heap_dump", "-overwrite", LEFT_BEHIND));
        }
        return applications;
    }

    private long applications() {
        return LOADED.matcher(jcmd("VM.class_hierarchy", APPLICATION)).results().count();
    }

    /** What is alive on the heap after a garbage collection, in bytes. */
    long heapBytes() {
        return TOTAL.matcher(jcmd("GC.class_histogram"))
                .results()
                .mapToLong(total -> Long.parseLong(total.group(1)))
                .findFirst()
                .orElseThrow();
    }

    private String jcmd(String... request) {
        Path tool = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        List<String> command = Stream.concat(Stream.of(tool.toString(), String.valueOf(pid)), Stream.of(request))
                .toList();
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError("jcmd does not run", e);
        }
    }
}
