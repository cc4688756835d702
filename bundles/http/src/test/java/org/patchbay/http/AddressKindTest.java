package org.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressKindTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "192.168.255.255",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::a00:1",
                "100::1",
                "2001::7f00:1",
                "2001:db8::1",
                "2002:7f00:1::",
                "2002:a00:1::1",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "ff0e::1"
            })
    void isNotPublic(String address) throws UnknownHostException {
        assertThat(AddressKind.isPublic(bytes(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "126.0.0.1",
                "128.0.0.1",
                "169.253.0.1",
                "169.255.0.1",
                "172.15.255.255",
                "172.32.0.1",
                "192.0.1.1",
                "192.167.255.255",
                "192.169.0.1",
                "198.17.255.255",
                "198.20.0.1",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00:1450:4001::200e",
                "2620:fe::fe"
            })
    void isPublic(String address) throws UnknownHostException {
        assertThat(AddressKind.isPublic(bytes(address))).isTrue();
    }

    @Property
    void agreesWithTheJdkOnWhatIsNotPublic(@ForAll("addresses") InetAddress address) {
        var special = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        if (special) {
            assertThat(AddressKind.isPublic(address.getAddress())).isFalse();
        }
    }

    @Property
    void seesThroughTheMappedForm(@ForAll @Size(4) byte[] address) {
        var mapped = new byte[16];
        mapped[10] = -1;
        mapped[11] = -1;
        System.arraycopy(address, 0, mapped, 12, 4);
        assertThat(AddressKind.isPublic(mapped)).isEqualTo(AddressKind.isPublic(address));
    }

    @Property
    void refusesEverythingOutsideOfGlobalUnicast(@ForAll @Size(16) byte[] address) {
        var global = (address[0] & 0xe0) == 0x20;
        var mapped = AddressKind.plain(address).length == 4;
        if (!global && !mapped) {
            assertThat(AddressKind.isPublic(address)).isFalse();
        }
    }

    /** Clustered around the edges of the blocks, where mistakes are. */
    @Provide
    Arbitrary<InetAddress> addresses() {
        var first = Arbitraries.of(0, 9, 10, 11, 100, 126, 127, 128, 169, 172, 192, 198, 203, 223, 224, 239, 240, 255);
        var second = Arbitraries.of(0, 15, 16, 31, 32, 63, 64, 127, 128, 167, 168, 169, 253, 254, 255);
        var rest = Arbitraries.integers().between(0, 255);
        return Combinators.combine(first, second, rest, rest)
                .as((a, b, c, d) -> address(new byte[] {a.byteValue(), b.byteValue(), c.byteValue(), d.byteValue()}));
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static byte[] bytes(String address) throws UnknownHostException {
        return InetAddress.getAllByName(address)[0].getAddress();
    }
}
