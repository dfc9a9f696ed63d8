/**
 * The syntax of the Smart Game Format, FF[4], for any game: trees of nodes with properties.
 *
 * <p>Source: <a href="https://www.red-bean.com/sgf/sgf4.html">www.red-bean.com/sgf/sgf4.html</a>.
 */
package org.parlor.game.sgf;
