package org.parlor.settings;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * IP addresses that begin with the same bits (CIDR, RFC 4632 and RFC 4291).
 *
 * @param first the first address
 * @param prefix how many bits are the same: 0 to 32 for IPv4, 0 to 128 for IPv6
 */
public record AddressRange(InetAddress first, int prefix) {

    /** Only what is an address by its looks, since Java asks the network for the address of anything else. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}|(?=.*:.*:)[0-9a-fA-F:.]+");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");

    /** Reads {@code 10.0.0.0/8}, {@code fd00::/8}, or one address; empty if the text is none. */
    public static Optional<AddressRange> of(String text) {
        String[] parts = text.split("/", -1);
        Optional<InetAddress> first = address(parts[0]);
        if (first.isEmpty() || parts.length > 2 || (parts.length == 2 && !isNumber(parts[1]))) {
            return Optional.empty();
        }
        int bits = first.get().getAddress().length * Byte.SIZE;
        int prefix = parts.length == 1 ? bits : Integer.parseInt(parts[1]);
        return prefix > bits ? Optional.empty() : Optional.of(around(first.get(), prefix));
    }

    private static AddressRange around(InetAddress member, int prefix) {
        byte[] first = member.getAddress();
        for (int bit = prefix; bit < first.length * Byte.SIZE; bit++) {
            first[bit / Byte.SIZE] &= (byte) ~(0x80 >> bit % Byte.SIZE);
        }
        try {
            return new AddressRange(InetAddress.getByAddress(first), prefix);
        } catch (UnknownHostException e) {
            throw new AssertionError("as many bytes as the member has", e);
        }
    }

    /** Whether this is the text of an address in the range. */
    public boolean contains(String address) {
        return address(address).filter(this::contains).isPresent();
    }

    private boolean contains(InetAddress address) {
        int bits = first.getAddress().length * Byte.SIZE;
        return address.getAddress().length * Byte.SIZE == bits
                && head(address, bits).equals(head(first, bits));
    }

    private BigInteger head(InetAddress address, int bits) {
        return new BigInteger(1, address.getAddress()).shiftRight(bits - prefix);
    }

    /** As {@link #of} reads it. */
    @Override
    public String toString() {
        return first.getHostAddress() + "/" + prefix;
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    private static Optional<InetAddress> address(String text) {
        if (!ADDRESS.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
