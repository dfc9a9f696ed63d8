/**
 * The protocol: what goes over the wire, and what of it is stored. Commands come in as JSON and messages go out; {@link
 * org.parlor.protocol.CommandFrames} and {@link org.parlor.protocol.EventForms} hold one row for each. The text itself is JSON-B's
 * business.
 */
package org.parlor.protocol;
