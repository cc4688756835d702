package org.patchbay.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks a name up and lets the permitted addresses through. The client connects to just these, so a name cannot mean
 * another address between check and connection.
 */
final class Resolver implements DnsResolver {

    private final Lookup lookup;
    private final AddressRules rules;

    Resolver(Lookup lookup, AddressRules rules) {
        this.lookup = lookup;
        this.rules = rules;
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        var found = lookup.addresses(host);
        var permitted = Arrays.stream(found)
                .filter(address -> rules.permits(host, address, port))
                .map(address -> new InetSocketAddress(address, port))
                .toList();
        if (permitted.isEmpty()) {
            throw new RefusedAddressException(host, found.length == 0 ? "" : found[0].getHostAddress());
        }
        return permitted;
    }

    /** The client asks with the port; without it nothing is permitted that needs one. */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        return resolve(host, -1).stream().map(InetSocketAddress::getAddress).toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** The name service. */
    @FunctionalInterface
    interface Lookup {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }
}
