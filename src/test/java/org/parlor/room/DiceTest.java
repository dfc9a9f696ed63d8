package org.parlor.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parlor.fairness.Dice;
import org.parlor.fairness.Seed;
import org.parlor.game.Ruling;
import org.parlor.game.Seat;
import org.parlor.game.Seats;
import org.parlor.game.Viewer;
import org.parlor.protocol.JsonEncoding;
import org.parlor.runtime.Message;

/** What is told of the dice, and when. */
class DiceTest {

    private static final int SECRET = 1;

    private final Gathering room = Gathering.atTheRace(SECRET);

    private void sitDown() {
        room.does("ann", new SeatCommand.Sit(Optional.of(Seat.BLACK), "Ann", Optional.of("an_entropy-1")));
        room.does("ben", new SeatCommand.Sit(Optional.of(Seat.WHITE), "Ben"));
    }

    private void playOn() {
        for (int i = 0; room.room().status() == Status.PLAYING; i++) {
            List<Ruling.Legal> legal = room.room().position().legal();
            room.playing(legal.get(i % 3 == 0 ? legal.size() - 1 : 0).move());
        }
    }

    private void playAgain() {
        room.does("ann", new OfferCommand.Propose(Offer.Kind.REMATCH, true));
        room.does("ben", new OfferCommand.Accept(new OfferCommand.Which.OfKind(Offer.Kind.REMATCH)));
    }

    private String text(int fromTheEnd) {
        return room.log().get(room.log().size() - fromTheEnd).text();
    }

    private String welcome() {
        return text(room.room());
    }

    private static String text(Room room) {
        return new JsonEncoding()
                .encode(new Message.Welcome(room, Viewer.SPECTATOR))
                .text();
    }

    private static String sha256(String hex) {
        try {
            byte[] bytes =
                    MessageDigest.getInstance("SHA-256").digest(HexFormat.of().parseHex(hex));
            return HexFormat.of().formatHex(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theSeedOfARoundIsTheHashOfTheNextOnes() {
        Dice dice = Dice.of(new Seed("%064x".formatted(SECRET)), Seats.BLACK_AND_WHITE.all());
        assertThat(dice.seed().hex())
                .as("found with another program")
                .isEqualTo("75467f59941d062827e6442181819c5a1725cc4e83b71f8ae7ec184d569bc8b2");
        for (int round = 1; round < 5; round++) {
            Dice next = dice.forRound(round + 1, Map.of());
            assertThat(dice.commitment()).isEqualTo(sha256(dice.seed().hex()));
            assertThat(next.commitment()).isEqualTo(dice.seed().hex());
            dice = next;
        }
        Dice last = dice.forRound(Dice.LAST_ROUND, Map.of());
        assertThat(last.seed()).isEqualTo(last.secret());
        assertThat(last.areUsedUp()).isTrue();
    }

    @Test
    void aSeedIsHiddenFromLogsAndNeverDrawnTwice() {
        Seed seed = Seed.draw(new SecureRandom());
        assertThat(seed.hex()).matches("[0-9a-f]{64}");
        assertThat(seed).hasToString("Seed[hidden]").isNotEqualTo(Seed.draw(new SecureRandom()));
    }

    @Test
    void theCommitmentIsToldFromTheFirst() {
        String told = "\"dice\":{\"round\":1,\"commitment\":\""
                + room.room().match().dice().orElseThrow().commitment() + "\"";
        assertThat(room.log().get(0).text()).contains(told);
        assertThat(welcome()).contains(told);
        sitDown();
        assertThat(room.log().get(3).text())
                .startsWith("{\"type\":\"started\"")
                .contains(told + ",\"entropy\":{\"black\":\"an_entropy-1\",\"white\":null}}");
        assertThat(welcome()).contains(told);
    }

    @Test
    void whatAPlayerGivesIsToldAndDecidesTheDice() {
        sitDown();
        assertThat(room.log().get(1).text()).endsWith("\"name\":\"Ann\",\"entropy\":\"an_entropy-1\"}");
        assertThat(room.log().get(2).text()).doesNotContain("entropy");
        Dice dice = room.room().match().dice().orElseThrow();
        Dice other = new Dice(dice.secret(), dice.seats(), 1, dice.seed(), Map.of(Seat.WHITE, "an_entropy-1"), 0);
        assertThat(dice.forRound(1, dice.entropy()).chance().roll(65_536))
                .isNotEqualTo(other.chance().roll(65_536));
    }

    @Test
    void whatAPlayerGivesGoesAlongWhenColoursChange() {
        sitDown();
        playOn();
        playAgain();
        assertThat(room.room().match().dice().orElseThrow().entropy()).isEqualTo(Map.of(Seat.WHITE, "an_entropy-1"));
    }

    @Test
    void theSeedIsToldWhenTheGameIsOver() {
        sitDown();
        String commitment = room.room().match().dice().orElseThrow().commitment();
        playOn();
        assertThat(text(1)).startsWith("{\"type\":\"ended\"");
        String seed = text(1).replaceAll(".*\"seed\":\"([0-9a-f]{64})\".*", "$1");
        assertThat(sha256(seed)).isEqualTo(commitment);
    }

    @Test
    void noFrameTellsTheSecretOrASeedBeforeItsGameIsOver() {
        List<String> secrets = new ArrayList<>();
        Seed secret = new Seed("%064x".formatted(SECRET));
        for (int round = 1; round <= Dice.LAST_ROUND; round++) {
            secrets.add(Dice.of(secret, Seats.BLACK_AND_WHITE.all())
                    .forRound(round, Map.of())
                    .seed()
                    .hex());
        }
        assertHidden(welcome(), secrets);
        sitDown();
        int told = 0;
        int checked = 0;
        for (int game = 0; game < 3; game++) {
            assertHidden(welcome(), secrets.subList(told, secrets.size()));
            playOn();
            assertThat(welcome()).contains("\"status\":\"over\"");
            for (Gathering.Line line : room.log().subList(checked, room.log().size())) {
                told += line.text().startsWith("{\"type\":\"ended\"") ? 1 : 0;
                assertHidden(line.text(), secrets.subList(told, secrets.size()));
            }
            checked = room.log().size();
            playAgain();
        }
        assertThat(told).isEqualTo(3);
        assertThat(room.log()).extracting(line -> line.stored().body()).noneMatch(body -> body.contains(secret.hex()));
        assertThat(room.log().get(0).stored().secret())
                .hasValueSatisfying(hidden -> assertThat(hidden).contains(secret.hex()));
    }

    private static void assertHidden(String text, List<String> secrets) {
        assertThat(secrets).noneMatch(text::contains);
    }

    @Test
    void gamesWithoutChanceTellNothingOfDice() {
        Gathering gomoku = Gathering.onSmallBoard();
        gomoku.does("ann", new SeatCommand.Sit(Optional.empty(), "Ann", Optional.of("given-in-vain")));
        gomoku.does("ben", new SeatCommand.Sit(Optional.empty(), "Ben"));
        gomoku.does("ben", new PlayCommand.Resign());
        assertThat(gomoku.log())
                .extracting(Gathering.Line::text)
                .noneMatch(text -> text.matches(".*(dice|seed\"|entropy).*"));
        assertThat(text(gomoku.room())).doesNotContain("dice");
    }

    @Test
    void anotherServerOnTheSameJournalThrowsTheSameDice() {
        sitDown();
        Room elsewhere = Gathering.replay(room.log());
        assertThat(elsewhere).isEqualTo(room.room());
        PlayCommand.Move move = new PlayCommand.Move("run");
        int mover = room.playerOf(room.connectionToMove());
        CommandContext sender = new CommandContext(mover, "key", 0, Gathering.PATIENCE, ServedTime.ALWAYS);
        assertThat(move.decide(elsewhere, sender)).isEqualTo(move.decide(room.room(), sender));
    }

    @Test
    void aRoomHasDiceForAThousandGames() {
        sitDown();
        for (int game = 1; game < Dice.LAST_ROUND; game++) {
            room.does("ann", new PlayCommand.Resign());
            playAgain();
        }
        room.does("ann", new PlayCommand.Resign());
        OfferCommand.Propose rematch = new OfferCommand.Propose(Offer.Kind.REMATCH, false);
        assertThat(room.refusal("ann", rematch)).isEqualTo(Refusal.Reason.GAME_OVER);
        assertThat(sha256(room.room().config().opening().secret().orElseThrow().hex()))
                .isEqualTo(room.room().match().dice().orElseThrow().commitment());
    }
}
