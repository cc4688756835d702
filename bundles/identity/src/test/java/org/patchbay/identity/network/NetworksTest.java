package org.patchbay.identity.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.api.FieldError;

class NetworksTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24, 192.0.2.255, true",
        "192.0.2.0/24, 192.0.3.0, false",
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.8, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "192.0.2.0/24, ::ffff:192.0.2.9, true",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "fe80::/10, fe80::1%eth0, true",
        "10.0.0.0/8, somewhere.example, false",
        "garbage, 10.0.0.1, false"
    })
    @Tag("S2.28")
    void knowsItsAddresses(String network, String address, boolean inside) {
        assertThat(Networks.allow(List.of(network), address)).isEqualTo(inside);
    }

    @Test
    @Tag("S2.29")
    void anEmptyListAllowsAndSeveralAllowEach() {
        assertThat(Networks.allow(List.of(), "203.0.113.9")).isTrue();
        assertThat(Networks.allow(List.of("10.0.0.0/8", "2001:db8::/32"), "2001:db8::5"))
                .isTrue();
        assertThat(Networks.allow(List.of("10.0.0.0/8", "2001:db8::/32"), "203.0.113.9"))
                .isFalse();
    }

    @Test
    void hasOneSpelling() {
        List<FieldError> errors = new ArrayList<>();
        assertThat(Networks.check("/networks", List.of(" 10.1.2.3/8 ", "10.0.0.0/8", "2001:DB8::0/32"), errors))
                .containsExactly("10.0.0.0/8", "2001:db8::/32");
        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "office",
                "10.0.0.0/33",
                "10.0.0.0/00",
                "10.0.0.0/08",
                "10.0.0",
                "1.2.3.4.5",
                "300.0.0.1",
                "2001:db8::/129",
                ":",
                "10.0.0.0/8/8",
                "::ffff:10.0.0.0/104"
            })
    void refusesWhatIsNone(String network) {
        List<FieldError> errors = new ArrayList<>();
        Networks.check("/networks", List.of("10.0.0.1", network), errors);
        assertThat(errors).singleElement().extracting(FieldError::pointer).isEqualTo("/networks/1");
    }
}
