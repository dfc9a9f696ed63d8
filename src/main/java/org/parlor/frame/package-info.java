/**
 * The protocol's frames: JSON text in, commands out, and back. {@link org.parlor.frame.CommandShapes} and {@link
 * org.parlor.frame.EventShapes} hold one row for each frame; the text itself is JSON-B's business.
 */
package org.parlor.frame;
