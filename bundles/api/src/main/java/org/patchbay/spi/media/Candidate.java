package org.patchbay.spi.media;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An ICE candidate (RFC 8839, section 5.1) of component 1. The address is a literal or, from browsers, an mDNS name
 * ending in {@code .local}. Immutable.
 */
public record Candidate(String foundation, String protocol, long priority, String address, int port, Type type) {

    private static final int MAX_TEXT = 512;
    private static final Pattern FORM = Pattern.compile(
            "(?:a=)?(?:candidate:)?([A-Za-z0-9+/]{1,32}) 1 (\\w{3,16}) (\\d{1,10}) ([0-9A-Za-z.:-]{2,128}) (\\d{1,5})"
                    + " typ (host|srflx|prflx|relay)( .*)?");

    public Candidate {
        Check.that(priority >= 0 && priority <= 0xFFFF_FFFFL, "/priority", "must fit 32 bits");
        Check.that(port >= 0 && port <= 65_535, "/port", "must be in 0 to 65535");
        Check.that(address.length() <= 128, "/address", "is too long");
    }

    /** Reads the value of a {@code candidate} attribute, with or without its name. */
    public static Candidate parse(String text) {
        Check.that(text.length() <= MAX_TEXT, "/candidate", "is too long");
        Matcher matcher = FORM.matcher(text.strip());
        Check.that(matcher.matches(), "/candidate", "is not a candidate of component 1");
        return new Candidate(
                matcher.group(1),
                matcher.group(2).toLowerCase(Locale.ROOT),
                Long.parseLong(matcher.group(3)),
                matcher.group(4),
                Integer.parseInt(matcher.group(5)),
                Type.valueOf(matcher.group(6).toUpperCase(Locale.ROOT)));
    }

    /** The value of the {@code candidate} attribute, without {@code a=}. */
    public String toSdp() {
        return "candidate:" + foundation + " 1 " + protocol + " " + priority + " " + address + " " + port + " typ "
                + type.name().toLowerCase(Locale.ROOT);
    }

    /** How the candidate was found. */
    public enum Type {
        HOST,
        SRFLX,
        PRFLX,
        RELAY
    }
}
