package org.parlor.game.backgammon;

import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;

/** A row of bits, written or read from the first on, that GNU Backgammon spells in Base64. The lowest bit of a number is first. */
final class Bits {

    private final String name;
    private final int size;
    private final BitSet bits;
    private int next;

    /** Zeros to write over; the size is a multiple of 8. */
    Bits(int size) {
        this("", size, new BitSet(size));
    }

    private Bits(String name, int size, BitSet bits) {
        this.name = name;
        this.size = size;
        this.bits = bits;
    }

    /**
     * Understands a text.
     *
     * @param name what the text is, for the founder of a room
     * @throws BadOption if it does not spell so many bits
     */
    static Bits read(String name, String text, int size) {
        String spelled = text.replace(' ', '+');
        try {
            Bits bits = new Bits(
                    name + " " + text, size, BitSet.valueOf(Base64.getDecoder().decode(spelled)));
            if (bits.toString().equals(spelled)) {
                return bits;
            }
        } catch (IllegalArgumentException e) {
            // Not Base64 at all; said below, like every other wrong text.
        }
        throw new BadOption(name + " must be " + (size + 5) / 6 + " characters of Base64 that GNU Backgammon could have"
                + " written, not '" + text + "'");
    }

    void write(int value, int width) {
        for (int bit = 0; bit < width; bit++) {
            bits.set(next++, (value >> bit & 1) == 1);
        }
    }

    int read(int width) {
        int value = 0;
        for (int bit = 0; bit < width; bit++) {
            value |= (bits.get(next++) ? 1 : 0) << bit;
        }
        return value;
    }

    /** Makes sure that nothing follows what was read. */
    void checkRest() {
        if (next > size || bits.nextSetBit(next) >= 0) {
            throw new BadOption(name + " holds more than there can be");
        }
    }

    /** Base64, without padding. */
    @Override
    public String toString() {
        return Base64.getEncoder().withoutPadding().encodeToString(Arrays.copyOf(bits.toByteArray(), size / 8));
    }
}
