package org.patchbay.tenancy.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNameTest {

    @ParameterizedTest
    @Tag("S0.14")
    @CsvSource({
        "acme.localhost, acme.localhost",
        "' ACME.Example.COM. ', acme.example.com",
        "192.168.0.12, 192.168.0.12",
        "[2001:DB8::0:1], 2001:db8:0:0:0:0:0:1",
        "2001:db8::1, 2001:db8:0:0:0:0:0:1",
        "::ffff:10.0.0.1, 10.0.0.1",
        "bücher.example, xn--bcher-kva.example",
        "xn--strae-oqa.example, xn--strae-oqa.example",
        "a, a",
        "1.example, 1.example",
    })
    void hasOneSpelling(String written, String expected) {
        assertThat(HostName.of(written)).contains(new HostName(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "a..b",
                "-a.example",
                "a-.example",
                "a_b.example",
                "a b",
                "a.example:80",
                "http://a.example",
                "a.example/x",
                "256.1.1.1",
                "1.2.3",
                "1.2.3.4.",
                "0x7f.1",
                "example.0x1",
                "straße.example",
                "fe80::1%eth0",
                "[::1",
                "::1]",
                ":",
                ":::",
                "1::2::3",
                "a@b",
                "*.example",
                "a\u0000b"
            })
    void refusesWhatIsNoHost(String written) {
        assertThat(HostName.of(written)).isEmpty();
    }

    @Test
    void refusesWhatIsTooLong() {
        String label = "a".repeat(63);
        assertThat(HostName.of("a".repeat(64) + ".example")).isEmpty();
        assertThat(HostName.of(String.join(".", label, label, label, "b".repeat(61))))
                .isPresent();
        assertThat(HostName.of(String.join(".", label, label, label, "b".repeat(62))))
                .isEmpty();
        assertThat(HostName.of("a".repeat(100_000))).isEmpty();
        assertThat(HostName.of("ü".repeat(60) + "." + "ü".repeat(60) + "." + "ü".repeat(60) + "." + "ü".repeat(60)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"})
    void knowsLoopback(String host) {
        assertThat(HostName.of(host).orElseThrow().isLoopback()).isTrue();
    }

    @Test
    void otherHostsAreNotLoopback() {
        assertThat(HostName.of("acme.localhost").orElseThrow().isLoopback()).isFalse();
        assertThat(HostName.of("10.0.0.1").orElseThrow().isLoopback()).isFalse();
    }

    @Test
    void putsBracketsAroundIpv6InUrls() {
        assertThat(HostName.of("::1").orElseThrow().inUrl()).isEqualTo("[0:0:0:0:0:0:0:1]");
        assertThat(HostName.of("a.example").orElseThrow().inUrl()).isEqualTo("a.example");
    }
}
