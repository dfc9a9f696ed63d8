package org.parlor.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The WAR that was built, running by itself in a process of its own. */
public final class ServerProcess implements AutoCloseable {

    private static final String READY = "Parlor is ready: ";
    private static final String END = "the output ended";
    private static final int SECONDS = 90;

    private final Process process;
    private final BlockingQueue<String> output = new LinkedBlockingQueue<>();
    private final List<String> seen = new ArrayList<>();

    private ServerProcess(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read, "server-output");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts {@code java -jar target/parlor.war} with these environment variables.
     *
     * @param observer a command that watches the one behind it, and its arguments
     */
    public static ServerProcess start(Map<String, String> environment, String... observer) throws IOException {
        return start(Path.of("target", "parlor.war"), environment, observer);
    }

    /** Starts another WAR in the same way. */
    public static ServerProcess start(Path war, Map<String, String> environment, String... observer)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(observer));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-jar", war.toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectErrorStream(true).environment().putAll(environment);
        return new ServerProcess(builder.start());
    }

    /** Waits for the line that tells the address. */
    public URI awaitReady() throws InterruptedException {
        while (true) {
            String line = nextLine();
            if (line.startsWith(READY)) {
                return URI.create(line.substring(READY.length()));
            }
        }
    }

    private String nextLine() throws InterruptedException {
        String line = output.poll(SECONDS, TimeUnit.SECONDS);
        if (line == null || line.equals(END)) {
            throw new AssertionError("the server did not get ready; it printed " + seen);
        }
        seen.add(line);
        return line;
    }

    /** Waits for the end. Returns the exit code. */
    public int awaitExit() throws InterruptedException {
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the server still runs after " + Duration.ofSeconds(SECONDS));
        }
        return process.exitValue();
    }

    /** Every line that was printed until the end. */
    public List<String> awaitOutput() throws InterruptedException {
        awaitExit();
        for (String line = output.poll(SECONDS, TimeUnit.SECONDS);
                line != null && !line.equals(END);
                line = output.poll(SECONDS, TimeUnit.SECONDS)) {
            seen.add(line);
        }
        return List.copyOf(seen);
    }

    /** Asks it to stop, as Ctrl-C does. Through its handle, since the process itself would close the output too. */
    public void terminate() {
        process.toHandle().destroy();
    }

    /** Kills it at once: SIGKILL. */
    public void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        kill();
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(output::add);
        } catch (IOException | UncheckedIOException e) {
            output.add("the output broke off: " + e);
        }
        output.add(END);
    }
}
