package org.parlor.runtime;

/** A message as it goes over the wire. */
public interface Frame {

    /** Its payload, in bytes. */
    int bytes();
}
