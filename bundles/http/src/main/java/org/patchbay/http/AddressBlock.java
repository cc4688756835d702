package org.patchbay.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** A block of addresses such as {@code 10.0.0.0/8} or {@code fc00::/7}. Immutable. */
final class AddressBlock {

    private static final Pattern NUMERIC = Pattern.compile("[0-9]+(\\.[0-9]+){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]*");

    private final byte[] network;
    private final int bits;

    private AddressBlock(byte[] network, int bits) {
        this.network = network;
        this.bits = bits;
    }

    static AddressBlock of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("Not a block of addresses: " + text));
    }

    /** The block that this text writes; empty for a name. */
    static Optional<AddressBlock> parse(String text) {
        var slash = text.indexOf('/');
        var address = slash < 0 ? text : text.substring(0, slash);
        if (!NUMERIC.matcher(address).matches()) {
            return Optional.empty();
        }
        try {
            var network = InetAddress.getByName(address).getAddress();
            var bits = slash < 0 ? network.length * 8 : Integer.parseInt(text.substring(slash + 1));
            return bits < 0 || bits > network.length * 8
                    ? Optional.empty()
                    : Optional.of(new AddressBlock(network, bits));
        } catch (UnknownHostException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    boolean contains(byte[] address) {
        if (address.length != network.length) {
            return false;
        }
        for (var bit = 0; bit < bits; bit++) {
            var mask = 0x80 >>> (bit & 7);
            if ((network[bit >> 3] & mask) != (address[bit >> 3] & mask)) {
                return false;
            }
        }
        return true;
    }
}
