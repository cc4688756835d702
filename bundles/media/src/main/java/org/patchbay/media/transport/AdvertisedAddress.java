package org.patchbay.media.transport;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An address under which clients reach the bridge, with a port of its own where the NAT changes that too. Immutable. */
public record AdvertisedAddress(String host, OptionalInt port) {

    private static final Pattern LITERAL = Pattern.compile("\\[?([0-9a-fA-F.:]+?)\\]?");
    private static final Pattern WITH_PORT = Pattern.compile("([0-9.]+|\\[[0-9a-fA-F:.]+\\]):(\\d{1,5})");

    static AdvertisedAddress of(InetAddress address) {
        String text = address.getHostAddress();
        int zone = address instanceof Inet6Address ? text.indexOf('%') : -1;
        return new AdvertisedAddress(zone < 0 ? text : text.substring(0, zone), OptionalInt.empty());
    }

    /**
     * Reads addresses with or without a port, parted by commas: {@code 203.0.113.9, 203.0.113.9:20000, [2001:db8::1]:9}.
     *
     * @throws IllegalArgumentException that names the setting
     */
    public static List<AdvertisedAddress> parse(String setting, String text) {
        return parts(text).stream().map(part -> parseOne(setting, part)).toList();
    }

    /** Reads addresses without ports, parted by commas. */
    public static List<InetAddress> parseAddresses(String setting, String text) {
        return parts(text).stream().map(part -> literal(setting, part)).toList();
    }

    private static List<String> parts(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static AdvertisedAddress parseOne(String setting, String part) {
        Matcher matcher = WITH_PORT.matcher(part);
        if (!matcher.matches()) {
            return of(literal(setting, part));
        }
        int port = Integer.parseInt(matcher.group(2));
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException(setting + ": port " + port + " must be in 1 to 65535");
        }
        return new AdvertisedAddress(of(literal(setting, matcher.group(1))).host(), OptionalInt.of(port));
    }

    /** Never asks the DNS: names change and are not for candidates. */
    private static InetAddress literal(String setting, String text) {
        Matcher matcher = LITERAL.matcher(text);
        try {
            if (matcher.matches()
                    && (text.contains(":") || text.chars().filter(c -> c == '.').count() == 3)) {
                return InetAddress.getByName(matcher.group(1));
            }
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(setting + ": '" + text + "' is not an IP address", e);
        }
        throw new IllegalArgumentException(setting + ": '" + text + "' is not an IP address");
    }
}
