package org.parlor.game;

/** A kind of file that holds a {@link GameRecord}. */
public interface RecordFormat {

    /** The end of a file's name, lower case, without the dot: {@code sgf}. */
    String extension();

    /** The media type of such a file, such as {@code application/x-go-sgf}. */
    String mediaType();

    /** The file's text. Reading it again gives the same record, save for what the format has no place for. */
    String write(GameRecord game);

    /** Understands a file that anyone may have written. Never throws. */
    Reading read(String text);

    /** What came of reading a file. */
    sealed interface Reading {

        /** The game in the file; every step of it is legal. */
        record Understood(GameRecord game) implements Reading {}

        /**
         * The file holds no game.
         *
         * @param line where, from 1
         * @param detail an English sentence that says what is wrong there
         */
        record Broken(int line, String detail) implements Reading {}
    }
}
