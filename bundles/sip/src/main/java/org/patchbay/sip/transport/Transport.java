package org.patchbay.sip.transport;

import java.util.Locale;
import java.util.Optional;

/** What carries messages (RFC 3261, section 18; RFC 7118). */
public enum Transport {
    UDP(false, false),
    TCP(true, false),
    TLS(true, true),
    WS(true, false),
    WSS(true, true);

    private final boolean reliable;
    private final boolean secure;

    Transport(boolean reliable, boolean secure) {
        this.reliable = reliable;
        this.secure = secure;
    }

    /** Whether nothing is lost on the way. */
    public boolean isReliable() {
        return reliable;
    }

    /** Whether nobody reads it on the way. */
    public boolean isSecure() {
        return secure;
    }

    /** Whether a browser is at the other end. */
    public boolean isWebSocket() {
        return this == WS || this == WSS;
    }

    /** Where it listens unless a port is given. */
    public int usualPort() {
        return secure ? 5061 : 5060;
    }

    /** As a parameter of an address says it; TLS is {@code sips} or this. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of this name, in any case. */
    public static Optional<Transport> of(String name) {
        for (Transport transport : values()) {
            if (transport.name().equalsIgnoreCase(name)) {
                return Optional.of(transport);
            }
        }
        return Optional.empty();
    }
}
