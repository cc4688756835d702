package org.patchbay.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.spi.web.ClientAddress;

class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24, 192.0.2.255, true",
        "192.0.2.9/24, 192.0.2.255, true",
        "192.0.2.0/24, 192.0.3.0, false",
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.8, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "192.0.2.0/24, ::ffff:192.0.2.9, true",
        "::ffff:192.0.2.9, 192.0.2.9, true",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "2000::/3, 3fff::1, true",
        "2000::/3, 4000::1, false",
        "fe80::/10, fe80::1%eth0, true",
    })
    void knowsItsAddresses(String network, String address, boolean inside) {
        InetAddress known = Network.address(address).orElseThrow();
        assertThat(Network.of(network).contains(known)).isEqualTo(inside);
        assertThat(Network.of(network).contains(known.getAddress())).isEqualTo(inside);
    }

    @ParameterizedTest
    @CsvSource({"10.1.2.3/8, 10.0.0.0/8", "10.1.2.3, 10.1.2.3", "10.1.2.3/32, 10.1.2.3", "2001:DB8::1/32, 2001:db8::/32"
    })
    void hasOneSpelling(String written, String text) {
        assertThat(Network.of(written).text()).isEqualTo(text);
        assertThat(Network.of(text)).isEqualTo(Network.of(written));
    }

    /** The examples of RFC 5952, section 4. */
    @ParameterizedTest
    @CsvSource({
        "2001:0db8::0001, 2001:db8::1",
        "2001:db8:0:0:0:0:2:1, 2001:db8::2:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:DB8::A:0, 2001:db8::a:0",
        "1:0:0:10:0:0:20:3, 1::10:0:0:20:3",
        "0:0:0:0:0:0:0:1, ::1",
        "::, ::",
        "1::, 1::",
        "fe80::1%eth0, fe80::1",
        "192.0.2.7, 192.0.2.7",
    })
    void writesAddressesTheShortWay(String any, String text) {
        assertThat(Network.written(Network.address(any).orElseThrow())).isEqualTo(text);
        assertThat(new ClientAddress(any).value()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "office",
                "proxy.example.com",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/x",
                "10.0.0.0/",
                "10.0.0",
                "10",
                "1.2.3.4.5",
                "300.0.0.1",
                "2001:db8::/129",
                ":",
                "10.0.0.0/8/8",
                "::ffff:10.0.0.0/104"
            })
    void refusesWhatIsNone(String text) {
        assertThat(Network.parse(text)).isEmpty();
        assertThatThrownBy(() -> Network.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void looksNoNamesUp() {
        assertThat(Network.address("localhost")).isEmpty();
        assertThat(Network.address("localhost.")).isEmpty();
        assertThat(Network.address("cafe")).isEmpty();
        assertThat(Network.address("1".repeat(100))).isEmpty();
    }

    @Test
    void readsListsAsSettingsHaveThem() {
        assertThat(Network.list(" 10.0.0.0/8,, fd00::/8 "))
                .extracting(Network::text)
                .containsExactly("10.0.0.0/8", "fd00::/8");
        assertThat(Network.list("")).isEmpty();
        assertThatThrownBy(() -> Network.list("10.0.0.0/8, office")).isInstanceOf(IllegalArgumentException.class);
    }
}
