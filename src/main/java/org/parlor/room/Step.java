package org.parlor.room;

import org.parlor.game.Position;

/** One thing that changed a game's position. */
public sealed interface Step permits Ply, Throw {

    /** The position after this step. Never fails for a step that was taken from {@code before}. */
    Position from(Position before);
}
