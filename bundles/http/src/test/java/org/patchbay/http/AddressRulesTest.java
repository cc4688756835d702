package org.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {

    @Test
    void permitsNothingPrivateByDefault() throws Exception {
        assertThat(permits("", "crm", "10.0.0.1", 443)).isFalse();
        assertThat(permits("", "crm", "8.8.8.8", 443)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.1.0.0/16          | x          | 10.1.2.3         | 80   | true",
                "10.1.0.0/16          | x          | 10.2.2.3         | 80   | false",
                "10.1.2.3             | x          | 10.1.2.3         | 80   | true",
                "10.1.2.3             | x          | 10.1.2.4         | 80   | false",
                "127.0.0.1:8090       | x          | 127.0.0.1        | 8090 | true",
                "127.0.0.1:8090       | x          | 127.0.0.1        | 8091 | false",
                "fd00::/8             | x          | fd12::1          | 80   | true",
                "[fd00::1]:443        | x          | fd00::1          | 443  | true",
                "[fd00::1]:443        | x          | fd00::1          | 80   | false",
                "127.0.0.0/8          | x          | ::ffff:127.0.0.1 | 80   | true",
                "crm.example:8443     | crm.example | 10.0.0.1        | 8443 | true",
                "crm.example:8443     | CRM.example | 10.0.0.1        | 8443 | true",
                "crm.example:8443     | crm.example | 10.0.0.1        | 443  | false",
                "crm.example:8443     | other      | 10.0.0.1         | 8443 | false",
                "a.b, 10.0.0.0/8      | x          | 10.0.0.1         | 1    | true"
            })
    void permitsWhatRootAllows(String allow, String host, String address, int port, boolean permitted)
            throws Exception {
        assertThat(permits(allow, host, address, port)).isEqualTo(permitted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "crm:port", "a b", "http://x", "10.0.0.1:99999999"})
    void refusesASettingThatItDoesNotUnderstand(String allow) {
        assertThatThrownBy(() -> AddressRules.of(allow)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void neverFailsOtherwiseOnASetting(@ForAll String allow) {
        try {
            AddressRules.of(allow);
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageStartingWith("Not an address");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "api.example.com, api.example.com, true",
        "api.example.com, API.Example.com, true",
        "api.example.com, api.example.com., true",
        "api.example.com, x.api.example.com, false",
        "*.example.com, api.example.com, true",
        "*.example.com, a.b.example.com, true",
        "*.example.com, example.com, false",
        "*.example.com, evilexample.com, false",
        "*.example.com, .example.com, false",
        "*, example.com, false",
        "*., example.com, false"
    })
    void matchesAllowedHosts(String name, String host, boolean permitted) {
        assertThat(AllowedHosts.only(Set.of(name)).permits(host)).isEqualTo(permitted);
        assertThat(AllowedHosts.only(Set.of()).permits(host)).isFalse();
        assertThat(AllowedHosts.ANY.permits(host)).isTrue();
    }

    private static boolean permits(String allow, String host, String address, int port) throws UnknownHostException {
        return AddressRules.of(allow).permits(host, InetAddress.getAllByName(address)[0], port);
    }
}
