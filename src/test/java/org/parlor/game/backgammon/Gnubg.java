package org.parlor.game.backgammon;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.bind.JsonbBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * GNU Backgammon, asked by its own Python in one process of its own. Where it is not installed the calling test is skipped, but
 * never where {@code CI} is set.
 */
final class Gnubg {

    private static final List<Path> PLACES = List.of(Path.of("/usr/games/gnubg"), Path.of("/usr/bin/gnubg"));
    private static final int MOST_SECONDS = 300;

    private static final String PROGRAM =
            """
            import gnubg, json
            for setting in ('confirm new off', 'confirm save off', 'display off', 'automatic game off', 'automatic roll off',
                            'automatic move off', 'player 0 human', 'player 1 human', 'evaluation chequer eval plies 0',
                            'beavers 3', 'jacoby on'):
                gnubg.command('set ' + setting)
            gnubg.command('new session')
            answers = []
            for kind, text in json.load(open('questions.json')):
                if kind == 'position':
                    gnubg.command('set gnubgid ' + text)
                    plays = gnubg.hint(4000)['hint'] if gnubg.posinfo()['dice'][0] else []
                    answers.append({'id': gnubg.gnubgid(), 'plays': [play['move'] for play in plays]})
                else:
                    gnubg.command('new session')
                    gnubg.command(('load match ' if kind == 'sgf' else 'import mat ') + text)
                    answers.append({'match': gnubg.match()})
            json.dump(answers, open('answers.json', 'w'))
            """;

    /** What it makes of a position: the ID that it would write, and every play of the dice. */
    public record Seen(String id, List<String> plays) {}

    /** What it makes of a file. */
    public record Imported(Map<String, Object> match) {}

    private Gnubg() {}

    /** Shows it positions. */
    static List<Seen> see(Path folder, List<String> positions) throws IOException, InterruptedException {
        return List.of(ask(
                folder,
                positions.stream().map(text -> List.of("position", text)).toList(),
                Seen[].class));
    }

    /** Lets it import files; the end of a name tells the format. */
    static List<Imported> open(Path folder, List<Path> files) throws IOException, InterruptedException {
        List<List<String>> questions = new ArrayList<>();
        for (Path file : files) {
            questions.add(List.of(file.toString().endsWith(".sgf") ? "sgf" : "mat", file.toString()));
        }
        return List.of(ask(folder, questions, Imported[].class));
    }

    private static <T> T ask(Path folder, List<List<String>> questions, Class<T> answers)
            throws IOException, InterruptedException {
        Path gnubg = program();
        Files.writeString(
                folder.resolve("questions.json"), JsonbBuilder.create().toJson(questions));
        Files.writeString(folder.resolve("program.py"), PROGRAM);
        Path talk = folder.resolve("talk.txt");
        Process process = new ProcessBuilder(gnubg.toString(), "-t", "-q", "-r", "-p", "program.py")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(new java.io.File("/dev/null"))
                .redirectOutput(talk.toFile())
                .start();
        if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("gnubg did not answer in " + MOST_SECONDS + " s: " + Files.readString(talk));
        }
        Path answered = folder.resolve("answers.json");
        if (!Files.exists(answered)) {
            throw new AssertionError("gnubg gave no answer: " + Files.readString(talk));
        }
        return JsonbBuilder.create().fromJson(Files.readString(answered), answers);
    }

    private static Path program() {
        Optional<Path> program = PLACES.stream().filter(Files::isExecutable).findFirst();
        if (program.isEmpty() && System.getenv("CI") != null) {
            throw new AssertionError("no gnubg: install the package gnubg");
        }
        assumeTrue(program.isPresent(), "no gnubg: install the package gnubg");
        return program.get();
    }
}
