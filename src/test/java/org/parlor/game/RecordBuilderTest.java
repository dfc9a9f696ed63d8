package org.parlor.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parlor.example.DiceRace;

class RecordBuilderTest {

    private final RecordBuilder builder = new RecordBuilder(new DiceRace(), Map.of(), Optional.empty(), 1);

    private void throwDie(int line) {
        builder.rolled(Seat.BLACK, List.of(1), builder.position(), line);
    }

    @Test
    void aFileIsPlayedNoFurtherThanTheMostStepsOfAGame() {
        for (int i = 0; i < RecordBuilder.MOST_STEPS; i++) {
            throwDie(i);
        }
        assertThatExceptionOfType(BadRecord.class)
                .isThrownBy(() -> throwDie(77))
                .withMessageContaining("at most 10000 moves and throws")
                .satisfies(bad -> assertThat(bad.line()).isEqualTo(77));
        GameRecord record = builder.record(Map.of(), 0, Optional.empty());
        assertThat(record.steps()).hasSize(RecordBuilder.MOST_STEPS);
    }

    @Test
    void noTimeIsTooLongForARecord() {
        builder.pass(1L << 60);
        builder.pass(1);
        throwDie(1);
        assertThat(builder.record(Map.of(), 0, Optional.empty()).steps().get(0).at())
                .isEqualTo(1L << 52);
    }

    @Test
    void optionsThatMakeNoGameAreToldWithTheirLine() {
        assertThatExceptionOfType(BadRecord.class)
                .isThrownBy(() -> new RecordBuilder(new DiceRace(), Map.of("length", "3"), Optional.empty(), 4))
                .withMessageContaining("no options")
                .satisfies(bad -> assertThat(bad.line()).isEqualTo(4));
    }
}
