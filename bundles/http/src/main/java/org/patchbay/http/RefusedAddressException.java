package org.patchbay.http;

import java.net.UnknownHostException;

/** A name means no address that may be called. */
final class RefusedAddressException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    private final String host;
    private final String address;

    RefusedAddressException(String host, String address) {
        super(host);
        this.host = host;
        this.address = address;
    }

    /** A host that is an address, in brackets if of version 6, is named once. */
    String sentence() {
        return host.equals(address) || host.startsWith("[")
                ? "The address " + host + " must not be called"
                : "The address " + address + " of " + host + " must not be called";
    }

    String host() {
        return host;
    }

    String address() {
        return address;
    }
}
