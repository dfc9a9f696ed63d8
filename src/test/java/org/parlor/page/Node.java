package org.parlor.page;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Node, and the tools that {@code npm ci} puts into {@code node_modules}. */
final class Node {

    /** The oldest version that the tools of package.json run on. */
    private static final int MAJOR = 20;

    private static final int MINOR = 19;
    private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.(\\d+)\\..*", Pattern.DOTALL);
    private static final Path MODULES = Path.of("node_modules");

    private Node() {}

    /** What came of a program. */
    record Outcome(boolean passed, String output) {}

    /**
     * Runs Node. Where there is none, or an old one, the calling test is skipped, but never where {@code CI} is set.
     *
     * @throws AssertionError if {@code CI} is set and Node is missing
     */
    static Outcome run(List<String> arguments) throws InterruptedException {
        Matcher version = VERSION.matcher(start(List.of("--version")).output());
        require(
                version.matches() && isNewEnough(version),
                "no Node 20.19 or newer: install it to have the page checked");
        return start(arguments);
    }

    /**
     * Runs a tool that was installed with the page's packages. Where it is missing the calling test is skipped, but never where
     * {@code CI} is set.
     *
     * @param program below {@code node_modules}
     * @throws AssertionError if {@code CI} is set and Node or the tool is missing
     */
    static Outcome runTool(Path program, String... arguments) throws InterruptedException {
        Path tool = MODULES.resolve(program);
        require(Files.exists(tool), "no " + tool + ": run `npm ci` to have the page checked");
        return run(
                Stream.concat(Stream.of(tool.toString()), Stream.of(arguments)).toList());
    }

    private static void require(boolean isThere, String missing) {
        if (!isThere && System.getenv("CI") != null) {
            throw new AssertionError(missing);
        }
        assumeTrue(isThere, missing);
    }

    private static boolean isNewEnough(Matcher version) {
        int major = Integer.parseInt(version.group(1));
        return major > MAJOR || (major == MAJOR && Integer.parseInt(version.group(2)) >= MINOR);
    }

    private static Outcome start(List<String> arguments) throws InterruptedException {
        List<String> command =
                Stream.concat(Stream.of("node"), arguments.stream()).toList();
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor() == 0, output);
        } catch (IOException e) {
            return new Outcome(false, e.toString());
        }
    }
}
