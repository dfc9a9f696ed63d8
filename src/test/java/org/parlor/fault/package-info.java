/** Attacks on what Parlor promises to keep: kills, power cuts, lost connections, readers that hang, databases that fail. */
package org.parlor.fault;
