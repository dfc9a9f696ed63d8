package org.parlor.protocol;

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

    /** What the program prints about these files, a line for each; the exit code comes last. */
    public List<String> verify(List<Path> files) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("python3", PROGRAM.toString()));
        files.forEach(file -> command.add(file.toString()));
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("the verifier still runs after a minute");
        }
        List<String> told = new ArrayList<>(Files.readAllLines(output));
        told.add(Integer.toString(process.exitValue()));
        return told;
    }
}
