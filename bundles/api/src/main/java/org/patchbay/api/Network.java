package org.patchbay.api;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A block of IPv4 or IPv6 addresses, such as {@code 10.0.0.0/8}, or a single one. An IPv4 address written as IPv6 is the
 * IPv4 address. Immutable.
 *
 * @param base the first address
 * @param bits how many bits its addresses share
 */
public record Network(InetAddress base, int bits) {

    private static final Pattern FORMAT = Pattern.compile("([0-9a-fA-F:.]{2,45})(?:/(0|[1-9]\\d{0,2}))?");
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F:.]*");
    private static final Pattern ZEROS = Pattern.compile("(?<![0-9a-f])0(:0)+(?![0-9a-f])");
    private static final int LONGEST = 64;
    private static final int IPV6_BYTES = 16;

    /** Takes any address of the block for its base. */
    public Network {
        int most = base.getAddress().length * Byte.SIZE;
        if (bits < 0 || bits > most) {
            throw new IllegalArgumentException("Not a block of addresses: " + base.getHostAddress() + '/' + bits);
        }
        base = masked(base, bits);
    }

    /** The block that this text writes; names are not looked up. */
    public static Optional<Network> parse(String text) {
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
                .map(address -> new Network(address, bits));
    }

    /**
     * The same for what must be one.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Network of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("Not a block of addresses: " + text));
    }

    /**
     * Blocks with commas between them, as settings have them.
     *
     * @throws IllegalArgumentException if one of them is none
     */
    public static List<Network> list(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(Network::of)
                .toList();
    }

    /** The address that this text writes, without its zone; names are not looked up. */
    public static Optional<InetAddress> address(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = text.replaceFirst("%.*", "");
        if (!IPV4.matcher(plain).matches() && !IPV6.matcher(plain).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(plain));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** The address as people write it: of IPv6 in short form (RFC 5952), without its zone. */
    public static String written(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != IPV6_BYTES) {
            return address.getHostAddress();
        }
        String full = IntStream.range(0, IPV6_BYTES / 2)
                .map(group -> (bytes[2 * group] & 0xff) << Byte.SIZE | (bytes[2 * group + 1] & 0xff))
                .mapToObj(Integer::toHexString)
                .collect(Collectors.joining(":"));
        String zeros = ZEROS.matcher(full)
                .results()
                .map(MatchResult::group)
                .reduce("", (longest, run) -> run.length() > longest.length() ? run : longest);
        return zeros.isEmpty() ? full : full.replaceFirst("(^|:)" + zeros + "(:|$)", "::");
    }

    /** Whether the address is in this block. */
    public boolean contains(InetAddress address) {
        return contains(address.getAddress());
    }

    /** Whether the address of these four or sixteen bytes is in this block. */
    public boolean contains(byte[] address) {
        byte[] mine = base.getAddress();
        return address.length == mine.length && Arrays.equals(masked(address, bits), mine);
    }

    /** Its one spelling. */
    public String text() {
        return written(base) + (bits == base.getAddress().length * Byte.SIZE ? "" : "/" + bits);
    }

    private static InetAddress masked(InetAddress address, int bits) {
        try {
            return InetAddress.getByAddress(masked(address.getAddress(), bits));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] masked(byte[] address, int bits) {
        byte[] bytes = address.clone();
        for (int i = 0; i < bytes.length; i++) {
            int kept = Math.max(0, Math.min(Byte.SIZE, bits - i * Byte.SIZE));
            bytes[i] &= (byte) (0xff << (Byte.SIZE - kept));
        }
        return bytes;
    }
}
