package org.parlor.runtime;

import org.parlor.game.Viewer;

/** Those who see the same and are written to in the same way: what they are told is written once for all of them. */
record Audience(Viewer viewer, Encoding encoding) {}
