package org.parlor.protocol;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The stand-alone program that checks dice; it shares no line with the server. */
public final class DiceVerifier {

    /** The exit codes of the program. */
    public static final String RIGHT = "0";

    public static final String WRONG = "1";
    public static final String UNTOLD = "2";

    private static final Path PROGRAM = Path.of("src", "examples", "python", "verify_dice.py");

    private final Path folder;

    /**
     * A verifier.
     *
     * @param folder where it may write
     */
    public DiceVerifier(Path folder) {
        this.folder = folder;
    }

    /** Keeps a record: the room's frames in order, its opening first. */
    public Path write(String name, List<String> frames) throws IOException {
        return Files.writeString(folder.resolve(name), "[" + String.join(",\n", frames) + "]");
    }

    /** Where there is no Python the calling test is skipped, but never where {@code CI} is set. */
    private static Process start(List<String> command, Path output) throws IOException {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException e) {
            assumeTrue(System.getenv("CI") != null, "no python3 to run the verifier with");
            throw e;
        }
    }

    /** What the program prints about these files, a line for each; the exit code comes last. */
    public List<String> verify(List<Path> files) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("python3", PROGRAM.toString()));
        files.forEach(file -> command.add(file.toString()));
        Path output = folder.resolve("output");
        Process process = start(command, output);
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("the verifier still runs after a minute");
        }
        List<String> told = new ArrayList<>(Files.readAllLines(output));
        told.add(Integer.toString(process.exitValue()));
        return told;
    }
}
