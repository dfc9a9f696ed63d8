package org.parlor.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A Python program in a process of its own. */
final class Python implements AutoCloseable {

    private static final List<String> INTERPRETERS = List.of("python3", "/usr/bin/python3");
    private static final String NONE = "no python3 that can import websocket: install the package websocket-client";
    private static final int MOST_SECONDS = 60;

    private final Process process;
    private final Path output;

    private Python(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Starts a program that needs websocket-client. Where nothing can run it the calling test is skipped, but fails if the
     * environment variable {@code CI} is true.
     *
     * @param output where to write what the program prints
     */
    static Python run(Path output, Path program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(interpreter(), "-u", program.toString()));
        command.addAll(List.of(arguments));
        return new Python(start(command, output), output);
    }

    private static String interpreter() {
        Optional<String> found =
                INTERPRETERS.stream().filter(Python::knowsWebSockets).findFirst();
        if (found.isEmpty() && "true".equals(System.getenv("CI"))) {
            throw new AssertionError(NONE);
        }
        assumeTrue(found.isPresent(), NONE);
        return found.get();
    }

    private static boolean knowsWebSockets(String interpreter) {
        try {
            Process trial = new ProcessBuilder(interpreter, "-c", "import websocket")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return trial.waitFor(MOST_SECONDS, TimeUnit.SECONDS) && trial.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Process start(List<String> command, Path output) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    /**
     * Waits for the program's end.
     *
     * @throws AssertionError if it goes on for more than a minute
     */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("still running after " + MOST_SECONDS + " s: " + this);
        }
        return process.exitValue();
    }

    /** What it has printed so far, errors included. */
    List<String> lines() throws IOException {
        return Files.readAllLines(output);
    }

    /** Stops the program if it still runs. */
    @Override
    public void close() {
        process.destroyForcibly();
    }

    @Override
    public String toString() {
        try {
            return String.join("\n", lines());
        } catch (IOException e) {
            return "a program whose output can't be read: " + e.getMessage();
        }
    }
}
