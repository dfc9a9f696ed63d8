package org.parlor.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parlor.runtime.CloseReason;

class CloseFrameTest {

    /** RFC 6455, 5.5 and 7.1.6: a control frame has 125 bytes, of which the code takes two. */
    private static final int MOST_BYTES = 123;

    @ParameterizedTest
    @EnumSource
    void everyReasonHasATextThatFitsAndTellsPeopleSomething(CloseReason reason) {
        String text = CloseFrame.of(reason).text();
        assertThat(text).isNotBlank();
        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(MOST_BYTES);
    }

    @Test
    void theCodesAreThoseOfTheProtocol() {
        Map<CloseReason, Integer> codes = Map.ofEntries(
                Map.entry(CloseReason.GAME_OVER, 1000),
                Map.entry(CloseReason.LEFT, 1000),
                Map.entry(CloseReason.SILENT, 1001),
                Map.entry(CloseReason.FLOOD, 1008),
                Map.entry(CloseReason.TOO_BIG, 1009),
                Map.entry(CloseReason.RESTART, 1012),
                Map.entry(CloseReason.TOO_SLOW, 1013),
                Map.entry(CloseReason.FULL, 1013),
                Map.entry(CloseReason.UNAVAILABLE, 1013),
                Map.entry(CloseReason.NEWER_VERSION, 1013),
                Map.entry(CloseReason.BAD_ADDRESS, 4400),
                Map.entry(CloseReason.BAD_TOKEN, 4401),
                Map.entry(CloseReason.NO_SUCH_GAME, 4404),
                Map.entry(CloseReason.REPLACED, 4409));
        assertThat(codes).hasSize(CloseReason.values().length);
        assertThat(codes)
                .allSatisfy((reason, code) -> assertThat(CloseFrame.of(reason).code())
                        .as(reason.label())
                        .isEqualTo(code));
    }

    @Test
    void whoeverMayComeBackIsToldSo() {
        for (CloseReason reason : CloseReason.values()) {
            CloseFrame frame = CloseFrame.of(reason);
            boolean inAMoment = frame.code() == 1001 || frame.code() == 1012 || frame.code() == 1013;
            assertThat(frame.text().contains("come back"))
                    .as(reason.label())
                    .isEqualTo(inAMoment || frame.code() == 4401);
        }
    }
}
