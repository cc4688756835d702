package org.patchbay.tenancy.host;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A host in the one form in which hosts are compared: a lower-case DNS name of A-labels, a dotted IPv4 address, or an
 * IPv6 address as the JDK writes it. Immutable.
 */
public record HostName(String value) {

    private static final int MAX_LENGTH = 253;

    // Beyond these a name is written differently by IDNA 2003 (the JDK) and by browsers, so the person has to choose.
    private static final Pattern AMBIGUOUS = Pattern.compile("[\u00df\u1e9e\u03c2\u200c\u200d]");
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-f:.]{2,45}");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern NUMERIC = Pattern.compile("\\d+|0x[0-9a-f]*");

    /** Reads a host as a person or a {@code Host} header writes it, without port; empty if it is none. */
    public static Optional<HostName> of(String text) {
        String host = text.strip().toLowerCase(Locale.ROOT);
        if (host.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        if (host.startsWith("[") && host.endsWith("]")) {
            return ipv6(host.substring(1, host.length() - 1));
        }
        if (host.indexOf(':') >= 0) {
            return ipv6(host);
        }
        if (isIpv4(host)) {
            return Optional.of(new HostName(host));
        }
        return name(host.endsWith(".") ? host.substring(0, host.length() - 1) : host);
    }

    /** Whether it means this machine to whoever uses it. */
    public boolean isLoopback() {
        return value.equals("localhost") || (isAddress() && address(value).isLoopbackAddress());
    }

    /** As it stands in a URL: an IPv6 address in brackets. */
    public String inUrl() {
        return value.indexOf(':') >= 0 ? "[" + value + "]" : value;
    }

    /** Whether it is an IP address, not a name. */
    public boolean isAddress() {
        return value.indexOf(':') >= 0 || isIpv4(value);
    }

    /** A name, which is asked for at every request, is told by its end. */
    private static boolean isIpv4(String host) {
        return !host.isEmpty()
                && Character.isDigit(host.charAt(host.length() - 1))
                && IPV4.matcher(host).matches();
    }

    private static Optional<HostName> ipv6(String text) {
        if (text.indexOf(':') < 0 || !IPV6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new HostName(InetAddress.getByName(text).getHostAddress()));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static Optional<HostName> name(String text) {
        if (text.isEmpty() || AMBIGUOUS.matcher(text).find()) {
            return Optional.empty();
        }
        String ascii;
        try {
            ascii = IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        String[] labels = ascii.split("\\.", -1);
        for (String label : labels) {
            if (!LABEL.matcher(label).matches()) {
                return Optional.empty();
            }
        }
        // A browser takes a name that ends in a number for an IPv4 address (WHATWG URL, ends in a number).
        boolean addressLike = NUMERIC.matcher(labels[labels.length - 1]).matches();
        return ascii.length() > MAX_LENGTH || addressLike ? Optional.empty() : Optional.of(new HostName(ascii));
    }

    /** Never looks a name up: only addresses come here. */
    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
