package org.patchbay.http;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.patchbay.api.Network;

/** Tells addresses of the public internet from all others, by the special-purpose registries (RFC 6890). */
final class AddressKind {

    private static final List<Network> SPECIAL_4 = blocks(
            "0.0.0.0/8", // this network
            "10.0.0.0/8", // private
            "100.64.0.0/10", // shared by providers
            "127.0.0.0/8", // loopback
            "169.254.0.0/16", // link-local, and where clouds keep their metadata
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocol assignments
            "192.0.2.0/24", // documentation
            "192.31.196.0/24", // AS112
            "192.52.193.0/24", // AMT
            "192.88.99.0/24", // 6to4 relays
            "192.168.0.0/16", // private
            "192.175.48.0/24", // AS112
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4"); // reserved, and broadcast

    /** Outside of this nothing is global unicast: ::1, mapped and translated IPv4, fc00::/7, fe80::/10, ff00::/8. */
    private static final Network GLOBAL_6 = Network.of("2000::/3");

    private static final List<Network> SPECIAL_6 = blocks(
            "2001::/23", // protocol assignments, Teredo and its embedded IPv4 among them
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4 and its embedded IPv4
            "2620:4f:8000::/48", // AS112
            "3fff::/20"); // documentation

    /** Addresses of no machine, of whole groups, or of the services of a cloud to the machine that asks. */
    private static final List<Network> NO_HOST = blocks(
            "0.0.0.0/8",
            "169.254.0.0/16",
            "100.100.100.200/32", // metadata
            "192.0.0.192/32", // metadata
            "224.0.0.0/3", // multicast, reserved and broadcast
            "::/128",
            "fd00:ec2::254/128", // metadata
            "fe80::/10",
            "ff00::/8");

    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

    private AddressKind() {}

    /** Whether anybody on the internet would reach the same machine at this address. */
    static boolean isPublic(byte[] address) {
        var bytes = plain(address);
        if (bytes.length == 4) {
            return SPECIAL_4.stream().noneMatch(block -> block.contains(bytes));
        }
        return GLOBAL_6.contains(bytes) && SPECIAL_6.stream().noneMatch(block -> block.contains(bytes));
    }

    /** Whether it can be the address of a server, public or private. */
    static boolean isHost(byte[] address) {
        var bytes = plain(address);
        return NO_HOST.stream().noneMatch(block -> block.contains(bytes));
    }

    /** An IPv4 address that is written as IPv6 counts as what it is. */
    static byte[] plain(byte[] address) {
        var mapped = address.length == 16 && Arrays.equals(address, 0, 12, MAPPED, 0, 12);
        return mapped ? Arrays.copyOfRange(address, 12, 16) : address;
    }

    private static List<Network> blocks(String... texts) {
        return Stream.of(texts).map(Network::of).toList();
    }
}
