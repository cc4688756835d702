package org.patchbay.tenancy.host;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** The addresses under which this server is reached: the configured public ones, and those of its interfaces. */
final class ServerAddresses {

    private final List<InetAddress> configured;
    private final Supplier<List<InetAddress>> interfaces;

    ServerAddresses(List<InetAddress> configured, Supplier<List<InetAddress>> interfaces) {
        this.configured = List.copyOf(configured);
        this.interfaces = interfaces;
    }

    static ServerAddresses of(String configured) {
        List<InetAddress> parsed = Arrays.stream(configured.split(","))
                .filter(text -> !text.isBlank())
                .map(ServerAddresses::parse)
                .toList();
        return new ServerAddresses(parsed, ServerAddresses::ofInterfaces);
    }

    /** Every address that is this server. */
    List<InetAddress> all() {
        List<InetAddress> all = new ArrayList<>(configured);
        all.addAll(interfaces.get());
        return all;
    }

    /** The addresses that a DNS record ought to name: public ones before those of a private network. */
    List<InetAddress> advertised() {
        if (!configured.isEmpty()) {
            return configured;
        }
        List<InetAddress> all = interfaces.get();
        List<InetAddress> open =
                all.stream().filter(address -> !isPrivate(address)).toList();
        return open.isEmpty() ? all : open;
    }

    private static boolean isPrivate(InetAddress address) {
        // fc00::/7 are the private addresses of IPv6 (RFC 4193), which the JDK does not name.
        return address.isSiteLocalAddress() || (address.getAddress()[0] & 0xfe) == 0xfc;
    }

    private static List<InetAddress> ofInterfaces() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(ServerAddresses::isUp)
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .toList();
        } catch (SocketException e) {
            return List.of();
        }
    }

    private static boolean isUp(NetworkInterface card) {
        try {
            return card.isUp() && !card.isLoopback();
        } catch (SocketException e) {
            return false;
        }
    }

    private static InetAddress parse(String text) {
        HostName host = HostName.of(text)
                .filter(HostName::isAddress)
                .orElseThrow(() -> new IllegalArgumentException(
                        "PATCHBAY_PUBLIC_ADDRESSES: \"" + text.strip() + "\" is not an IP address"));
        try {
            return InetAddress.getByName(host.value());
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
