package org.parlor.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.parlor.fairness.Seed;
import org.parlor.game.Outcome;
import org.parlor.game.Seat;
import org.parlor.log.CommandId;
import org.parlor.log.NewerVersionException;
import org.parlor.log.StoredEvent;
import org.parlor.room.Event;
import org.parlor.room.Guest;
import org.parlor.room.Offer.Kind;
import org.parlor.room.RecordedEvent;

class EventBodiesTest {

    private static final long AT = 1_731_000_000_000L;
    private static final EventBodies CODEC = new EventBodies();

    /** An event and how it is stored: its type, what all may know, and what is kept apart. */
    record Form(Event event, String type, String body, Optional<String> secret) {}

    private static Form form(Event event, String type, String body) {
        return new Form(event, type, body, Optional.empty());
    }

    private static Form form(Event event, String type, String body, String secret) {
        return new Form(event, type, body, Optional.of(secret));
    }

    /** A change here needs a new version, which reads the old form too. */
    static List<Form> everyForm() {
        Seat north = new Seat("north");
        return List.of(
                form(
                        new Event.Opened("gomoku", Map.of("size", "5", "rule", "caro"), Optional.empty()),
                        "opened",
                        "{\"game\":\"gomoku\",\"options\":{\"rule\":\"caro\",\"size\":\"5\"},\"position\":null}"),
                form(
                        new Event.Opened("gomoku", Map.of(), Optional.of("5/5/5/5/5 w"), "300+5", Optional.empty()),
                        "opened",
                        "{\"game\":\"gomoku\",\"options\":{},\"position\":\"5/5/5/5/5 w\",\"clock\":\"300+5\"}"),
                form(
                        new Event.Opened("race", Map.of(), Optional.empty(), Optional.of(new Seed("5eed"))),
                        "opened",
                        "{\"game\":\"race\",\"options\":{},\"position\":null}",
                        "{\"seed\":\"5eed\"}"),
                form(
                        new Event.Seated(Seat.WHITE, "\u4e94 \ud83d\ude00", "a1"),
                        "seated",
                        "{\"seat\":\"white\",\"name\":\"\u4e94 \ud83d\ude00\"}",
                        "{\"token\":\"a1\"}"),
                form(
                        new Event.Seated(
                                north, "Ann", "a2", Optional.of(Guest.withKeyHash("b3")), Optional.of("4fX_a-Q2")),
                        "seated",
                        "{\"seat\":\"north\",\"name\":\"Ann\",\"entropy\":\"4fX_a-Q2\"}",
                        "{\"token\":\"a2\",\"key\":\"b3\"}"),
                // Whoever is told of by a file has no token.
                form(new Event.Seated(Seat.BLACK, "Ann", ""), "seated", "{\"seat\":\"black\",\"name\":\"Ann\"}"),
                form(new Event.Ready(north), "ready", "{\"seat\":\"north\"}"),
                form(new Event.Started(7, true), "started", "{\"round\":7,\"swapped\":true}"),
                form(new Event.Moved(Seat.BLACK, "c3"), "moved", "{\"seat\":\"black\",\"move\":\"c3\"}"),
                form(
                        new Event.Moved(Seat.WHITE, "run", true, false, 0),
                        "moved",
                        "{\"seat\":\"white\",\"move\":\"run\",\"forced\":true}"),
                form(
                        new Event.Moved(Seat.WHITE, "run", false, false, 1234),
                        "moved",
                        "{\"seat\":\"white\",\"move\":\"run\",\"spent\":1234}"),
                form(
                        new Event.Moved(north, "hide 5", false, true, 0),
                        "moved",
                        "{\"seat\":\"north\",\"move\":null}",
                        "{\"move\":\"hide 5\"}"),
                form(new Event.Rolled(Seat.WHITE, List.of(6, 1)), "rolled", "{\"seat\":\"white\",\"dice\":[6,1]}"),
                form(
                        new Event.Rolled(north, List.of(6, 1), true),
                        "rolled",
                        "{\"seat\":\"north\",\"dice\":null}",
                        "{\"dice\":[6,1]}"),
                form(new Event.TimedOut(), "timeout", "{}"),
                form(
                        new Event.Withdrawn(north, "resignation"),
                        "out",
                        "{\"seat\":\"north\",\"reason\":\"resignation\"}"),
                form(
                        new Event.Ended(Outcome.win(Seat.WHITE, "five", List.of("a1", "a2"), 3)),
                        "ended",
                        "{\"winner\":\"white\",\"reason\":\"five\",\"line\":[\"a1\",\"a2\"],\"points\":3}"),
                form(
                        new Event.Ended(Outcome.draw("full-board")),
                        "ended",
                        "{\"winner\":null,\"reason\":\"full-board\",\"line\":[],\"points\":0}"),
                form(
                        new Event.Ended(new Outcome(
                                Map.of(north, 2, new Seat("east"), 1, new Seat("south"), 2),
                                Map.of(north, -1, new Seat("east"), 2),
                                "home",
                                List.of())),
                        "ended",
                        "{\"winner\":\"east\",\"reason\":\"home\",\"line\":[],"
                                + "\"places\":{\"east\":1,\"north\":2,\"south\":2},\"points\":{\"north\":-1,\"east\":2}}"),
                form(
                        new Event.Offered(Seat.WHITE, Kind.REMATCH, true),
                        "offered",
                        "{\"seat\":\"white\",\"kind\":\"rematch\",\"swap\":true}"),
                form(new Event.Agreed(north, 9), "agreed", "{\"seat\":\"north\",\"offer\":9}"),
                form(
                        new Event.Accepted(Seat.BLACK, 9, Kind.DRAW, 0, false),
                        "accepted",
                        "{\"seat\":\"black\",\"offer\":9,\"kind\":\"draw\",\"takenBack\":0}"),
                form(
                        new Event.Accepted(Seat.BLACK, 9, Kind.TAKEBACK, 2, true),
                        "accepted",
                        "{\"seat\":\"black\",\"offer\":9,\"kind\":\"takeback\",\"takenBack\":2,\"swapped\":true}"),
                form(
                        new Event.Declined(Seat.BLACK, 9, Kind.TAKEBACK),
                        "declined",
                        "{\"seat\":\"black\",\"offer\":9,\"kind\":\"takeback\"}"),
                form(
                        new Event.Said(Optional.empty(), Optional.empty(), "\" \\ </script>"),
                        "said",
                        "{\"seat\":null,\"name\":null,\"text\":\"\\\" \\\\ </script>\"}"),
                form(
                        new Event.Said(Optional.of(Seat.WHITE), Optional.of("Ben"), "hi"),
                        "said",
                        "{\"seat\":\"white\",\"name\":\"Ben\",\"text\":\"hi\"}"),
                form(new Event.Dropped(Seat.BLACK), "dropped", "{\"seat\":\"black\"}"),
                form(
                        new Event.Returned(Seat.WHITE, "b2", Optional.of("a1")),
                        "returned",
                        "{\"seat\":\"white\"}",
                        "{\"token\":\"b2\",\"used\":\"a1\"}"),
                form(
                        new Event.Returned(Seat.WHITE, "b2", Optional.empty()),
                        "returned",
                        "{\"seat\":\"white\"}",
                        "{\"token\":\"b2\"}"),
                form(new Event.Left(Seat.WHITE), "left", "{\"seat\":\"white\"}"));
    }

    @Test
    void everyKindOfEventHasAForm() {
        assertThat(everyForm().stream().map(it -> it.event().getClass()).distinct())
                .hasSize(Event.class.getPermittedSubclasses().length);
    }

    @ParameterizedTest
    @MethodSource("everyForm")
    void whatWasDecidedIsStoredAndWhatFollowsIsNot(Form form) {
        StoredEvent stored = CODEC.write(new RecordedEvent(12, AT, form.event()), Optional.empty());
        assertThat(stored)
                .isEqualTo(new StoredEvent(12, AT, form.type(), 2, form.body(), form.secret(), Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("everyForm")
    void whatIsWrittenIsReadAsItWas(Form form) {
        RecordedEvent recorded = new RecordedEvent(12, AT, form.event());
        assertThat(CODEC.readRecorded(CODEC.write(recorded, Optional.empty()))).isEqualTo(recorded);
    }

    @ParameterizedTest
    @MethodSource("everyForm")
    void whatMayNotBeKnownIsNeitherInTheBodyNorInALog(Form form) {
        StoredEvent stored = CODEC.write(new RecordedEvent(12, AT, form.event()), Optional.empty());
        form.secret().ifPresent(secret -> assertThat(new Json().read(secret).values())
                .allSatisfy(it -> assertThat(stored.toString()).doesNotContain(it.toString())));
    }

    @Test
    void aTextMayHoldWhateverJsonCanSpell() {
        Event odd = new Event.Said(Optional.empty(), Optional.empty(), "\u0001 \u2028 \t\n \" \\ \ud83d\ude00");
        StoredEvent stored = CODEC.write(new RecordedEvent(12, AT, odd), Optional.empty());
        assertThat(stored.body()).doesNotContain("\n").doesNotContain("\u0001");
        assertThat(CODEC.read(stored)).isEqualTo(odd);
    }

    @Test
    void theCommandIsStoredBesideItsFirstEvent() {
        Optional<CommandId> command = Optional.of(new CommandId(3, "7"));
        StoredEvent stored = CODEC.write(new RecordedEvent(12, AT, new Event.Left(Seat.WHITE)), command);
        assertThat(stored.command()).isEqualTo(command);
        assertThat(stored.body()).isEqualTo("{\"seat\":\"white\"}");
    }

    private static StoredEvent stored(String type, int version, String body) {
        return new StoredEvent(4, 1, type, version, body, Optional.empty(), Optional.empty());
    }

    @Test
    void membersThatNobodyKnowsAreIgnored() {
        assertThat(CODEC.read(stored("left", 2, "{\"seat\":\"black\",\"new\":[{}]}")))
                .isEqualTo(new Event.Left(Seat.BLACK));
    }

    @ParameterizedTest
    @CsvSource({"exploded, 1", "exploded, 2", "left, 3", "opened, 99"})
    void anEventOfANewerVersionIsToldApartFromADamagedOne(String type, int version) {
        assertThatThrownBy(() -> CODEC.read(stored(type, version, "{\"seat\":\"black\"}")))
                .isInstanceOf(NewerVersionException.class)
                .hasMessageContaining("\"" + type + "\" of version " + version);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "left|~~",
                "left|{}",
                "left|nonsense",
                "left|[]",
                "left|{\"seat\":null}",
                "left|{\"seat\":\"Red!\"}",
                "left|{\"seat\":7}",
                "returned|{\"seat\":\"black\"}",
                "moved|{\"seat\":\"black\"}",
                "moved|{\"seat\":\"black\",\"move\":null}",
                "moved|{\"seat\":\"black\",\"move\":\"a1\",\"spent\":-1}",
                "rolled|{\"seat\":\"black\",\"dice\":[1.5]}",
                "rolled|{\"seat\":\"black\",\"dice\":[null]}",
                "rolled|{\"seat\":\"black\",\"dice\":[99999999999]}",
                "started|{\"swapped\":false}",
                "started|{\"round\":4294967297,\"swapped\":false}",
                "opened|{\"game\":\"gomoku\",\"options\":{\"size\":null}}",
                "ended|{\"winner\":\"black\",\"reason\":\"five\",\"line\":[null],\"points\":1}",
                "ended|{\"winner\":\"north\",\"reason\":\"home\",\"line\":[],\"points\":1}",
                "ended|{\"winner\":null,\"reason\":\"home\",\"line\":[],\"places\":{\"a\":\"x\"},\"points\":{}}",
                "ended|{\"winner\":null,\"reason\":\"home\",\"line\":[],\"places\":{\"A!\":1},\"points\":{}}",
                "ended|{\"winner\":null,\"reason\":\"home\",\"line\":[],\"places\":{\"a\":1},\"points\":{\"a\":null}}",
                "offered|{\"seat\":\"black\",\"kind\":\"peace\"}"
            })
    void whatIsDamagedIsNotRead(String type, String body) {
        assertThatThrownBy(() -> CODEC.read(stored(type, 2, body))).isInstanceOf(IllegalArgumentException.class);
    }

    /** Bodies in which a value was replaced by another. */
    @Provide
    Arbitrary<StoredEvent> damaged() {
        Arbitrary<String> values = Arbitraries.of(
                "null", "0", "-1", "1.5", "1e400", "4294967297", "\"\"", "\"x\"", "[]", "{}", "[null]", "true");
        return Arbitraries.of(everyForm())
                .flatMap(form -> values.flatMap(value -> {
                    List<String> members =
                            List.copyOf(new Json().read(form.body()).keySet());
                    return members.isEmpty()
                            ? Arbitraries.just(stored(form.type(), 2, value))
                            : Arbitraries.of(members)
                                    .map(member -> stored(form.type(), 2, with(form.body(), member, value)));
                }));
    }

    private static String with(String body, String member, String value) {
        Map<String, Object> changed = new Json().read(body);
        changed.put(member, "HERE");
        return new Json().write(changed).replace("\"HERE\"", value);
    }

    @Property(tries = 5000)
    void whateverIsDamagedIsReadOrToldToBeDamaged(@ForAll("damaged") StoredEvent stored) {
        try {
            assertThat(CODEC.read(stored)).isNotNull();
        } catch (IllegalArgumentException e) {
            assertThat(e).message().isNotBlank();
        }
    }
}
