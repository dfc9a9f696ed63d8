package org.parlor.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.parlor.room.Command;
import org.parlor.room.PlayCommand;
import org.parlor.room.Refusal;
import org.parlor.room.Refusal.Reason;
import org.parlor.room.SeatCommand;
import org.parlor.settings.Limits;

class FrameLimitsTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private static FrameLimits limits(int framesPerSecond, int chatPerMinute) {
        return new FrameLimits(new Limits(framesPerSecond, 1, 1, chatPerMinute), 0);
    }

    private static int said(FrameLimits limits, long atNanos) {
        int said = 0;
        while (said < 10_000 && limits.refuseWords(atNanos).isEmpty()) {
            said++;
        }
        return said;
    }

    @Test
    void twoMinutesChatMayBeSaidAtOnceAndThenAsMuchAsIsAllowed() {
        FrameLimits limits = limits(1000, 60);
        assertThat(said(limits, 0)).isEqualTo(120);
        assertThat(said(limits, SECOND)).isEqualTo(1);
        assertThat(said(limits, 61 * SECOND)).isEqualTo(60);
        assertThat(said(limits, 3600 * SECOND)).isEqualTo(120);
    }

    @Test
    void whoSaysTooMuchIsToldWhatToDo() {
        FrameLimits limits = limits(1000, 1);
        said(limits, 0);
        Optional<Refusal> refusal = limits.refuseWords(0);
        assertThat(refusal).map(Refusal::reason).contains(Reason.SLOW_DOWN);
        assertThat(refusal).map(Refusal::detail).hasValueSatisfying(it -> assertThat(it)
                .contains("say it again"));
    }

    @Test
    void chatAndFramesHaveLimitsOfTheirOwn() {
        FrameLimits limits = limits(10, 1);
        said(limits, 0);
        assertThat(limits.allow(20, 0)).isTrue();
        assertThat(limits.allow(1, 0)).isFalse();
        FrameLimits other = limits(1, 60);
        assertThat(other.allow(2, 0)).isTrue();
        assertThat(other.allow(1, 0)).isFalse();
        assertThat(said(other, 0)).isEqualTo(120);
    }

    @Test
    void withoutALimitAnythingGoes() {
        FrameLimits limits = limits(Limits.OFF, Limits.OFF);
        assertThat(said(limits, 0)).isEqualTo(10_000);
        for (int i = 0; i < 10_000; i++) {
            assertThat(limits.allow(20, 0)).isTrue();
        }
    }

    @Test
    void whatCostsTheServerMuchCountsAsMuch() {
        assertThat(FrameLimits.cost(new PlayCommand.Move("h8"))).isEqualTo(1);
        assertThat(FrameLimits.cost(new Command.Say("hello"))).isEqualTo(1);
        assertThat(FrameLimits.cost(new Command.Legal())).isEqualTo(20);
        assertThat(FrameLimits.cost(new SeatCommand.Resume(Optional.empty(), 0)))
                .isEqualTo(20);
    }
}
