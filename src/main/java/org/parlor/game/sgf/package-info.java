/**
 * The Smart Game Format, FF[4], as far as it is the same for every game: trees of nodes with properties, and who played when.
 *
 * <p>Source: <a href="https://www.red-bean.com/sgf/sgf4.html">www.red-bean.com/sgf/sgf4.html</a>.
 */
package org.parlor.game.sgf;
