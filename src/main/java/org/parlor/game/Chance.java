package org.parlor.game;

/** A source of what nobody decides. Each call draws anew, so a source belongs to one roll. */
@FunctionalInterface
public interface Chance {

    /**
     * One die.
     *
     * @param sides 2 to 65,536
     * @return 1 to {@code sides}, each as likely as the others
     */
    int roll(int sides);
}
