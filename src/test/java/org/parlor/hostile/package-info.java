/**
 * What a stranger may do to a server that is open to everyone, and that it stops nobody else. An attack is run beside a game
 * whose moves are timed: {@link org.parlor.hostile.HostileIT}.
 */
package org.parlor.hostile;
