/** Bounds for whatever a stranger can make, hold, send or leave unfinished. Needs the JDK alone. */
package org.parlor.limit;
