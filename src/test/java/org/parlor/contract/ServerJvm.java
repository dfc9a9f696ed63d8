package org.parlor.contract;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The process of a server that the suite started, seen from outside with the JDK's own {@code jcmd}. */
final class ServerJvm {

    private static final String BUILD = Path.of("target").toAbsolutePath() + "/";
    private static final String APPLICATION = "org.parlor.websocket.Rooms";
    private static final Pattern TOTAL = Pattern.compile("^Total\\s+\\d+\\s+(\\d+)", Pattern.MULTILINE);

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
                .filter(ServerJvm::runsTheApplication)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no process of " + BUILD + " runs the application"));
    }

    /**
     * What holds each application that is in memory: the shortest way from the root of the heap to its class loader.
     *
     * @param file where the heap goes, for a tool that shows more
     */
    List<List<String>> holdersOfApplications(Path file) throws IOException {
        jcmd("GC.heap_dump", file.toAbsolutePath().toString());
        return HeapDump.read(file).waysToLoadersOf(APPLICATION);
    }

    private boolean runsTheApplication() {
        return jcmd("VM.class_hierarchy", APPLICATION).contains(APPLICATION + "/0x");
    }

    /** What is alive on the heap after a garbage collection, in bytes. */
    long heapBytes() {
        if (pid == ProcessHandle.current().pid()) {
            MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
            memory.gc();
            return memory.getHeapMemoryUsage().getUsed();
        }
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
