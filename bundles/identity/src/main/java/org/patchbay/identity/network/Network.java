package org.patchbay.identity.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A block of IPv4 or IPv6 addresses, or a single one. An IPv4 address written as IPv6 is the IPv4 address. */
record Network(InetAddress base, int bits) {

    private static final Pattern FORMAT = Pattern.compile("([0-9a-fA-F:.]{2,45})(?:/(\\d{1,3}))?");
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    static Optional<Network> parse(String text) {
        Matcher matcher = FORMAT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<InetAddress> base = address(matcher.group(1));
        int most = base.map(address -> address.getAddress().length * Byte.SIZE).orElse(0);
        int bits = matcher.group(2) == null ? most : Integer.parseInt(matcher.group(2));
        // A block of IPv4 addresses written as IPv6 would count its bits otherwise.
        boolean mapped = matcher.group(1).indexOf(':') >= 0 && most == Integer.SIZE;
        return base.filter(address -> bits <= most && !(mapped && matcher.group(2) != null))
                .map(address -> new Network(masked(address, bits), bits));
    }

    /** The address that this text writes; names are not looked up. */
    static Optional<InetAddress> address(String text) {
        String plain = text.replaceFirst("%.*", "");
        if (!IPV4.matcher(plain).matches() && !(plain.indexOf(':') >= 0 && plain.matches("[0-9a-fA-F:.]{2,45}"))) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(plain));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    boolean contains(InetAddress address) {
        return address.getAddress().length == base.getAddress().length
                && masked(address, bits).equals(base);
    }

    String text() {
        return base.getHostAddress() + (bits == base.getAddress().length * Byte.SIZE ? "" : "/" + bits);
    }

    private static InetAddress masked(InetAddress address, int bits) {
        byte[] bytes = address.getAddress();
        for (int i = 0; i < bytes.length; i++) {
            int kept = Math.max(0, Math.min(Byte.SIZE, bits - i * Byte.SIZE));
            bytes[i] &= (byte) (0xff << (Byte.SIZE - kept));
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
