package org.parlor.limit;

import org.parlor.settings.AddressRange;

/**
 * Who counts as one client. Whoever has one address of IPv6 has all that begin with the same 64 bits (RFC 4291, 2.5.4), so they
 * are one client; an address of IPv4 is one by itself.
 *
 * @param label the network as a text
 */
record ClientNetwork(String label) {

    /** The network of an IP address; anything else is a client by itself. */
    static ClientNetwork of(String address) {
        return new ClientNetwork(
                AddressRange.of(address + "/64").map(AddressRange::toString).orElse(address));
    }
}
