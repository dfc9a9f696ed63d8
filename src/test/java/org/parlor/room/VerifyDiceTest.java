package org.parlor.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;
import org.parlor.protocol.DiceVerifier;

/** The stand-alone verifier finds every throw right and every change wrong. */
class VerifyDiceTest {

    /** What the dice depend on, and the dice themselves. */
    private static final Pattern RELEVANT = Pattern.compile(
            "\"(?:commitment|seed|black|white|entropy)\":\"([^\"]+)\"|\"dice\":\\[([0-9,]+)\\]|\"round\":([0-9]+)");

    @TempDir
    private Path folder;

    private final Gathering room = Gathering.atTheRace(7);

    private void playTwoGamesWithATakeback() {
        room.does("ann", new SeatCommand.Sit(Optional.of(Seat.BLACK), "Ann", Optional.of("Ann-gives_this")));
        room.does("ben", new SeatCommand.Sit(Optional.of(Seat.WHITE), "Ben", Optional.of("0")));
        String mover = room.connectionToMove();
        room.playing("run");
        room.does(mover, new OfferCommand.Propose(Offer.Kind.TAKEBACK, false));
        room.does(
                mover.equals("ann") ? "ben" : "ann",
                new OfferCommand.Accept(new OfferCommand.Which.OfKind(Offer.Kind.TAKEBACK)));
        playOn();
        room.does("ann", new OfferCommand.Propose(Offer.Kind.REMATCH, true));
        room.does("ben", new OfferCommand.Accept(new OfferCommand.Which.OfKind(Offer.Kind.REMATCH)));
        playOn();
    }

    private void playOn() {
        for (int i = 0; room.room().status() == Status.PLAYING; i++) {
            List<Ruling.Legal> legal = room.room().position().legal();
            room.playing(legal.get(i % 3 == 0 ? legal.size() - 1 : 0).move());
        }
    }

    private List<String> frames() {
        return room.log().stream().map(Gathering.Line::text).toList();
    }

    private Path write(String name, List<String> frames) throws IOException {
        return new DiceVerifier(folder).write(name, frames);
    }

    private List<String> verify(List<Path> files) throws IOException, InterruptedException {
        return new DiceVerifier(folder).verify(files);
    }

    @Test
    void everyThrowOfARoomIsReproducedFromItsRecord() throws Exception {
        playTwoGamesWithATakeback();
        long thrown =
                frames().stream().filter(text -> text.contains("\"rolled\"")).count();
        assertThat(thrown).isGreaterThan(10);
        List<String> told = verify(List.of(write("record.json", frames())));
        assertThat(told.get(0)).endsWith("record.json: " + thrown + " throws as committed");
        assertThat(told.get(1)).isEqualTo(DiceVerifier.RIGHT);
    }

    @Test
    void aGameThatIsNotOverCannotBeCheckedYet() throws Exception {
        room.does("ann", new SeatCommand.Sit(Optional.empty(), "Ann"));
        room.does("ben", new SeatCommand.Sit(Optional.empty(), "Ben"));
        assertThat(verify(List.of(write("record.json", frames())))).last().isEqualTo(DiceVerifier.UNTOLD);
    }

    @Test
    void oneChangedByteMakesItFail() throws Exception {
        playTwoGamesWithATakeback();
        List<Path> files = new ArrayList<>();
        List<String> frames = frames();
        for (int i = 0; i < frames.size(); i++) {
            for (String changed : changes(frames.get(i))) {
                List<String> record = new ArrayList<>(frames);
                record.set(i, changed);
                files.add(write(files.size() + ".json", record));
            }
        }
        assertThat(files).hasSizeGreaterThan(300);
        assertAllWrong(files);
    }

    /** The frame with each of its relevant bytes changed in turn. */
    private static List<String> changes(String frame) {
        List<String> changed = new ArrayList<>();
        Matcher relevant = RELEVANT.matcher(frame);
        while (relevant.find()) {
            for (int group = 1; group <= relevant.groupCount(); group++) {
                for (int at = relevant.start(group); at >= 0 && at < relevant.end(group); at++) {
                    char sign = frame.charAt(at);
                    if (sign != ',') {
                        char other =
                                Character.isDigit(sign) ? (char) ('1' + (sign - '0') % 6) : sign == 'a' ? 'b' : 'a';
                        changed.add(frame.substring(0, at) + other + frame.substring(at + 1));
                    }
                }
            }
        }
        return changed;
    }

    @Test
    void aMissingEventMakesItFail() throws Exception {
        playTwoGamesWithATakeback();
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < frames().size() - 1; i++) {
            List<String> record = new ArrayList<>(frames());
            record.remove(i);
            files.add(write(i + ".json", record));
        }
        assertAllWrong(files);
    }

    private void assertAllWrong(List<Path> files) throws Exception {
        List<String> told = verify(files);
        assertThat(told).hasSize(files.size() + 1).last().isEqualTo(DiceVerifier.WRONG);
        assertThat(told.subList(0, files.size())).allMatch(line -> line.contains("WRONG"));
    }
}
