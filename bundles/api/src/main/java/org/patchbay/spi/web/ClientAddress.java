package org.patchbay.spi.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import org.patchbay.api.Network;

/**
 * Where a request came from, as far as trusted proxies can tell. A resource method takes it as a {@code @Context}
 * parameter.
 *
 * @param value the IP address as text, of IPv6 in short form
 */
public record ClientAddress(String value) {

    /** Takes any spelling, and has the short one (RFC 5952). */
    public ClientAddress {
        value = Network.address(value).map(Network::written).orElse(value);
    }

    /** What one household has: the address itself, of IPv6 the first 64 bits. */
    public String network() {
        if (value.indexOf(':') < 0 || !value.matches("[0-9a-fA-F:.]{2,45}(%\\w{1,20})?")) {
            return value;
        }
        try {
            byte[] bytes = InetAddress.getByName(value.replaceAll("%.*", "")).getAddress();
            return bytes.length == 16 ? HexFormat.of().formatHex(bytes, 0, 8) + "::/64" : value;
        } catch (UnknownHostException e) {
            return value;
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
