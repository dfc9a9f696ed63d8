package org.parlor.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of RFC 6455, section 5.7, and the borders between the three forms of length. */
class WireFrameTest {

    private static final int KEY = 0x37fa213d;

    @Test
    void anUnmaskedText() {
        assertThat(hex(WireFrame.text("Hello"))).isEqualTo("810548656c6c6f");
    }

    @Test
    void aMaskedText() {
        assertThat(hex(WireFrame.text("Hello").masked(KEY))).isEqualTo("818537fa213d7f9f4d5158");
    }

    @Test
    void aTextInTwoPieces() {
        assertThat(hex(WireFrame.piece("Hel", true, false))).isEqualTo("010348656c");
        assertThat(hex(WireFrame.piece("lo", false, true))).isEqualTo("80026c6f");
    }

    @Test
    void aPing() {
        assertThat(hex(WireFrame.ping("Hello"))).isEqualTo("890548656c6c6f");
    }

    @Test
    void aPongIsRead() throws IOException {
        WireFrame pong = read("8a8537fa213d7f9f4d5158");
        assertThat(pong.opcode()).isEqualTo(Opcode.PONG);
        assertThat(pong.text()).isEqualTo("Hello");
    }

    @Test
    void aCloseCarriesItsCode() throws IOException {
        assertThat(hex(WireFrame.close(1000))).isEqualTo("880203e8");
        assertThat(read("88021132").closeCode()).isEqualTo(4402);
        assertThat(read("8800").closeCode()).isEqualTo(1005);
    }

    @Test
    void theLengthOf256BytesTakesTwoBytesMore() {
        assertThat(hex(binary(256))).startsWith("827e0100");
    }

    @Test
    void theLengthOf64KilobytesTakesEightBytesMore() {
        assertThat(hex(binary(65536))).startsWith("827f0000000000010000");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 65535, 65536})
    void whatIsWrittenCanBeRead(int length) throws IOException {
        byte[] bytes = binary(length).masked(KEY).bytes();
        WireFrame frame = WireFrame.read(new ByteArrayInputStream(bytes));
        assertThat(frame.payload()).isEqualTo(new byte[length]);
        assertThat(frame.bytes()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "81", "8105", "81056865", "8185fa", "827e01", "827f00"})
    void aFrameThatIsCutOffIsAnError(String bytes) {
        assertThatThrownBy(() -> read(bytes)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"827e007d", "827f000000000000ffff", "827fffffffffffffffff"})
    void aLengthThatIsWrittenTooLongIsAnError(String bytes) {
        assertThatThrownBy(() -> read(bytes)).hasMessageContaining("longer than it need be");
    }

    @Test
    void aReservedBitIsAnError() {
        assertThatThrownBy(() -> read("c10548656c6c6f")).isInstanceOf(IOException.class);
    }

    private static WireFrame binary(int length) {
        return WireFrame.binary(new byte[length]);
    }

    private static WireFrame read(String bytes) throws IOException {
        return WireFrame.read(new ByteArrayInputStream(HexFormat.of().parseHex(bytes)));
    }

    private static String hex(WireFrame frame) {
        return HexFormat.of().formatHex(frame.bytes());
    }
}
