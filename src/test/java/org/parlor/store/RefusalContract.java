package org.parlor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parlor.log.Append.Result.OVERTAKEN;
import static org.parlor.log.Append.Result.STORED;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.parlor.log.Append;
import org.parlor.log.CommandId;
import org.parlor.log.RefusedCommand;
import org.parlor.room.Refusal;

/** What every store promises of commands that were refused, on whatever database. */
abstract class RefusalContract extends StoreTest {

    private static RefusedCommand[] refusals(int player, long first, long last, long seq) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(number -> refused(player, number, seq))
                .toArray(RefusedCommand[]::new);
    }

    @Test
    void refusalsAreReadAsTheyWereKept() throws Exception {
        List<RefusedCommand> refusals = new ArrayList<>();
        refusals.add(new RefusedCommand(new CommandId(2, "1"), 0, 0, "not-seated", "sit down first"));
        for (Refusal.Reason reason : Refusal.Reason.values()) {
            CommandId command = new CommandId(1, reason.label());
            refusals.add(new RefusedCommand(command, refusals.size(), 0, reason.label(), "because"));
        }
        assertThat(get(store().append(new Append("r", events(0, 0), refusals, Optional.empty()))))
                .isEqualTo(STORED);
        assertThat(store().refusals("r")).containsExactlyInAnyOrderElementsOf(refusals);
        assertThat(store().refusals("another")).isEmpty();
    }

    @Test
    void refusalsAreKeptWithoutAnEvent() throws Exception {
        get(store().append(append("r", event(0))));
        assertThat(get(store().append(refusal("r", refused(1, 0, 0))))).isEqualTo(STORED);
        assertThat(store().refusals("r")).containsExactly(refused(1, 0, 0));
        assertThat(store().read("r", -1)).hasSize(1);
    }

    @Test
    void ofEachPlayerTheLatestTwoHundredAreKept() throws Exception {
        get(store().append(append("r", event(0))));
        get(store().append(refusal("r", refusals(1, 0, 149, 0))));
        get(store().append(refusal("r", refusals(2, 0, 49, 0))));
        for (long number = 150; number < 250; number += 10) {
            get(store().append(refusal("r", refusals(1, number, number + 9, 0))));
        }
        assertThat(store().refusals("r"))
                .filteredOn(refused -> refused.command().player() == 1)
                .containsExactlyInAnyOrder(refusals(1, 50, 249, 0));
        assertThat(store().refusals("r"))
                .filteredOn(refused -> refused.command().player() == 2)
                .containsExactlyInAnyOrder(refusals(2, 0, 49, 0));
    }

    @Test
    void whoeverIsRefusedMoreThanTwoHundredTimesAtOnceKeepsTheLatestToo() throws Exception {
        Append append = new Append("r", events(0, 0), List.of(refusals(1, 0, 449, 0)), Optional.empty());
        assertThat(get(store().append(append))).isEqualTo(STORED);
        assertThat(store().refusals("r")).containsExactlyInAnyOrder(refusals(1, 250, 449, 0));
    }

    /** On the room as it is by then, the command may not be refused. */
    @Test
    void whatWasRefusedOnAnOlderStateIsNotKept() throws Exception {
        SqlEventStore other = another();
        get(store().append(append("r", events(0, 4))));
        get(other.append(append("r", event(5))));
        assertThat(get(store().append(refusal("r", refused(1, 0, 4), refused(1, 1, 4)))))
                .isEqualTo(OVERTAKEN);
        assertThat(store().refusals("r")).isEmpty();
        assertThat(get(store().append(refusal("r", refused(1, 0, 5))))).isEqualTo(STORED);
        assertThat(store().refusals("r")).containsExactly(refused(1, 0, 5));
    }

    @Test
    void anOlderRefusalStaysWhenALaterOneComesTooLate() throws Exception {
        SqlEventStore other = another();
        get(store().append(new Append("r", events(0, 0), List.of(refused(1, 3, 0)), Optional.empty())));
        get(other.append(append("r", event(1))));
        assertThat(get(store().append(refusal("r", refused(1, 203, 0))))).isEqualTo(OVERTAKEN);
        assertThat(store().refusals("r")).containsExactly(refused(1, 3, 0));
    }

    @Test
    void aRoomThatWasNeverStoredKeepsNoRefusal() throws Exception {
        assertThat(get(store().append(refusal("r", refused(1, 0, 0))))).isEqualTo(OVERTAKEN);
        assertThat(store().refusals("r")).isEmpty();
        assertThat(ask("SELECT count(*) FROM room")).containsExactly("0");
    }

    @Test
    void twoServersKeepTheRefusalsOfTheirPlayersAtOnce() throws Exception {
        SqlEventStore other = another();
        get(store().append(append("r", event(0))));
        inThreads(List.of(() -> refuseOneByOne(store(), 1), () -> refuseOneByOne(other, 2)))
                .forEach(stored -> assertThat(stored)
                        .succeedsWithin(Duration.ofSeconds(SECONDS))
                        .isEqualTo(100));
        assertThat(store().refusals("r")).hasSize(200);
    }

    private static int refuseOneByOne(SqlEventStore store, int player) throws Exception {
        int stored = 0;
        for (int number : IntStream.range(0, 100).toArray()) {
            stored += get(store.append(refusal("r", refused(player, number, 0)))) == STORED ? 1 : 0;
        }
        return stored;
    }
}
