package org.parlor.game;

/** A kind of file that holds a {@link GameRecord}. */
public interface RecordFormat {

    /** The end of a file's name, lower case, without the dot: {@code sgf}. */
    String extension();

    /** The media type of such a file, such as {@code application/x-go-sgf}. */
    String mediaType();

    /** Whether such a file can hold this game at all; most formats hold any. */
    default boolean holds(GameRecord game) {
        return true;
    }

    /**
     * The file's text. Reading it again gives the same record, save for what the format has no place for.
     *
     * @param game one that the format {@linkplain #holds holds}
     */
    String write(GameRecord game);

    /** Understands a file that anyone may have written. Never throws. */
    Reading read(String text);

    /** What came of reading a file. */
    sealed interface Reading {

        /** In characters. */
        int LONGEST_DETAIL = 400;

        /** The game in the file; every step of it is legal. */
        record Understood(GameRecord game) implements Reading {}

        /**
         * The file is of another format or holds another game.
         *
         * @param detail an English sentence that says by what that was seen; a long one is cut in the middle
         */
        record Foreign(String detail) implements Reading {
            public Foreign {
                detail = brief(detail);
            }
        }

        /**
         * The file is of this format but holds no whole game.
         *
         * @param line where, from 1
         * @param detail an English sentence that says what is wrong there; a long one is cut in the middle
         */
        record Broken(int line, String detail) implements Reading {
            public Broken {
                detail = brief(detail);
            }
        }

        /** Sentences quote what stands in a file, which may be all in one line; what is wrong with it is said around that. */
        private static String brief(String detail) {
            int length = detail.codePointCount(0, detail.length());
            if (length <= LONGEST_DETAIL) {
                return detail;
            }
            int half = LONGEST_DETAIL / 2;
            return detail.substring(0, detail.offsetByCodePoints(0, half)) + " … "
                    + detail.substring(detail.offsetByCodePoints(detail.length(), -half));
        }
    }
}
