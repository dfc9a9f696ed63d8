package org.parlor.game.gomoku;

import java.util.Set;

/** The fouls on one board for the seat that is to move. May be used by one thread at a time. */
interface ForbiddenMoves {

    /** No move is forbidden. */
    ForbiddenMoves NONE = point -> Set.of();

    /** Every foul that a stone on this empty point would be, none if the move is allowed. */
    Set<ForbiddenMove> at(int point);
}
