package org.parlor.protocol;

/** The size of texts on the wire. */
final class Utf8 {

    private static final int ONE_BYTE = 0x80;
    private static final int TWO_BYTES = 0x800;

    private Utf8() {}

    /** How many bytes a text has in UTF-8, without making them. */
    static int length(String text) {
        int bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign >= ONE_BYTE) {
                // Half of a surrogate pair has two of the pair's four bytes.
                bytes += sign < TWO_BYTES || Character.isSurrogate(sign) ? 1 : 2;
            }
        }
        return bytes;
    }
}
