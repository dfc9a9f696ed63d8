package org.parlor.game.backgammon;

/**
 * What a match is played by. In a match the cube has to be on for {@code crawford}, in a money game for {@code jacoby} and
 * {@code beavers}; those that do not apply are false.
 *
 * @param length how many points win the match, 1 to {@link #LONGEST}; 0 is one game for money
 * @param cube whether there is a doubling cube
 * @param crawford whether nobody doubles in the first game after a player has come within a point of winning the match
 * @param jacoby whether gammons and backgammons count single while the cube is in the middle
 * @param beavers whether a player who is doubled may double at once and keep the cube
 */
record Rules(int length, boolean cube, boolean crawford, boolean jacoby, boolean beavers) {

    /** The longest match; GNU Backgammon's tables go as far. */
    static final int LONGEST = 64;

    boolean isMoney() {
        return length == 0;
    }
}
