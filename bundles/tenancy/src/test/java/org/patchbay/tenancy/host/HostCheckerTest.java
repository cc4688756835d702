package org.patchbay.tenancy.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.tenancy.Configs;

@Tag("S0.16")
class HostCheckerTest {

    private final CountDownLatch silence = new CountDownLatch(1);
    private final List<HostChecker> made = new ArrayList<>();

    private HostChecker checker(String rootHosts, String... own) {
        var checker = new HostChecker(
                new RootHosts(Configs.with(Map.of("rootHosts", rootHosts))),
                this::resolve,
                new ServerAddresses(List.of(), () -> addresses(own)),
                Duration.ofMillis(200));
        made.add(checker);
        return checker;
    }

    @AfterEach
    void stop() {
        silence.countDown();
        made.forEach(HostChecker::stop);
    }

    private List<InetAddress> resolve(String host) throws UnknownHostException {
        if (host.equals("here.example")) {
            return addresses("198.51.100.7");
        }
        if (host.equals("there.example")) {
            return addresses("203.0.113.9", "2001:db8::9");
        }
        if (host.equals("silent.example")) {
            return silent();
        }
        if (HostName.of(host).filter(HostName::isAddress).isPresent()) {
            return addresses(host);
        }
        throw new UnknownHostException(host);
    }

    private List<InetAddress> silent() {
        try {
            silence.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return List.of();
    }

    private static List<InetAddress> addresses(String... texts) {
        List<InetAddress> addresses = new ArrayList<>();
        for (String text : texts) {
            try {
                addresses.add(InetAddress.getByName(text));
            } catch (UnknownHostException e) {
                throw new IllegalStateException(e);
            }
        }
        return addresses;
    }

    @Test
    void knowsAHostThatLeadsHere() {
        HostCheck check = checker("", "198.51.100.7").check(" HERE.example. ");
        assertThat(check.state()).isEqualTo(HostCheck.State.HERE);
        assertThat(check.host()).isEqualTo("here.example");
        assertThat(check.found()).containsExactly("198.51.100.7");
        assertThat(check.missing()).isEmpty();
    }

    @Test
    void saysWhichRecordIsMissing() {
        HostCheck check = checker("bay.example", "198.51.100.7", "2001:db8::7", "10.0.0.7")
                .check("new.example");
        assertThat(check.state()).isEqualTo(HostCheck.State.UNRESOLVED);
        assertThat(check.missing())
                .containsExactly(
                        new HostCheck.DnsRecord("A", "new.example", "198.51.100.7"),
                        new HostCheck.DnsRecord("AAAA", "new.example", "2001:db8:0:0:0:0:0:7"),
                        new HostCheck.DnsRecord("CNAME", "new.example", "bay.example."));
    }

    @Test
    void namesPrivateAddressesOnlyWithoutOthers() {
        assertThat(checker("", "10.0.0.7", "fd00::7").check("new.example").expected())
                .containsExactly("10.0.0.7", "fd00:0:0:0:0:0:0:7");
    }

    @Test
    void saysThatAHostLeadsElsewhere() {
        HostCheck check = checker("", "198.51.100.7").check("there.example");
        assertThat(check.state()).isEqualTo(HostCheck.State.ELSEWHERE);
        assertThat(check.found()).containsExactly("203.0.113.9", "2001:db8:0:0:0:0:0:9");
        assertThat(check.expected()).containsExactly("198.51.100.7");
        assertThat(check.missing()).hasSize(1);
    }

    @Test
    @Tag("S0.14")
    void comparesAnAddressWithTheMachinesOwn() {
        HostChecker checker = checker("", "198.51.100.7");
        assertThat(checker.check("198.51.100.7").state()).isEqualTo(HostCheck.State.HERE);
        HostCheck other = checker.check("198.51.100.8");
        assertThat(other.state()).isEqualTo(HostCheck.State.ELSEWHERE);
        assertThat(other.missing()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "acme.localhost", "127.0.0.1"})
    void thisMachineIsHere(String host) {
        assertThat(checker("").check(host).state()).isEqualTo(HostCheck.State.HERE);
    }

    @Test
    void waitsNoLongerThanItsPatience() {
        HostCheck check = checker("", "198.51.100.7").check("silent.example");
        assertThat(check.state()).isEqualTo(HostCheck.State.NO_ANSWER);
    }

    @Test
    void refusesWhatIsNoHost() {
        assertThatThrownBy(() -> checker("").check("http://a"))
                .isInstanceOfSatisfying(
                        PatchbayException.class, e -> assertThat(e.problem()).isEqualTo(Problem.INVALID));
    }
}
