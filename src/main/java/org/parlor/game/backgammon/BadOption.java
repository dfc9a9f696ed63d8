package org.parlor.game.backgammon;

/** An option or a start position that makes no game. The message is a sentence for the founder of the room. */
final class BadOption extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadOption(String message) {
        super(message);
    }
}
