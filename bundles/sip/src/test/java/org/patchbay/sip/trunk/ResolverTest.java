package org.patchbay.sip.trunk;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.resolver.dns.SingletonDnsServerAddressStreamProvider;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.sip.peer.DnsStub;
import org.patchbay.sip.peer.TestNeighbours;
import org.patchbay.spi.signalling.SipTrunk;
import org.patchbay.testing.Patience;

/** Where carriers are (RFC 3263). */
class ResolverTest {

    private final DnsStub dns = new DnsStub();
    private final MultiThreadIoEventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Resolver resolver =
            new Resolver(loops, Optional.of(new SingletonDnsServerAddressStreamProvider(dns.address())));

    ResolverTest() throws IOException {
        dns.a("one.carrier.example", 192, 0, 2, 1).a("two.carrier.example", 192, 0, 2, 2);
    }

    @AfterEach
    void close() {
        resolver.close();
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
        dns.close();
    }

    private List<String> found(String host, int port, String transport) throws Exception {
        var trunk = new SipTrunk(TestNeighbours.ONE, "t", host, port, transport, "u", "p", true, 600, List.of());
        return resolver.resolve(trunk).get(Patience.SECONDS, TimeUnit.SECONDS).stream()
                .map(hop -> hop.transport() + " " + hop.address().getAddress().getHostAddress() + ' '
                        + hop.address().getPort())
                .toList();
    }

    @Test
    void aDomainSaysByWhatAndWhereItIsReached() throws Exception {
        dns.naptr("carrier.example", 20, "SIP+D2U", "_sip._udp.carrier.example")
                .naptr("carrier.example", 10, "SIP+D2T", "_sip._tcp.carrier.example")
                .srv("_sip._udp.carrier.example", 1, 1, 5060, "one.carrier.example")
                .srv("_sip._tcp.carrier.example", 20, 1, 5080, "two.carrier.example")
                .srv("_sip._tcp.carrier.example", 10, 1, 5070, "one.carrier.example");
        assertThat(found("carrier.example", 0, "")).containsExactly("TCP 192.0.2.1 5070", "TCP 192.0.2.2 5080");
        assertThat(found("carrier.example", 0, "UDP")).containsExactly("UDP 192.0.2.1 5060");
    }

    @Test
    void withoutWishesTheServicesAreTriedInTurn() throws Exception {
        dns.srv("_sips._tcp.carrier.example", 1, 1, 5061, "two.carrier.example");
        assertThat(found("carrier.example", 0, "")).containsExactly("TLS 192.0.2.2 5061");
    }

    @Test
    void aPortOrAnAddressIsTakenAsItIs() throws Exception {
        assertThat(found("one.carrier.example", 5090, "")).containsExactly("UDP 192.0.2.1 5090");
        assertThat(found("one.carrier.example", 0, "")).containsExactly("UDP 192.0.2.1 5060");
        assertThat(found("192.0.2.7", 0, "TLS")).containsExactly("TLS 192.0.2.7 5061");
        assertThat(found("nowhere.example", 5060, "")).isEmpty();
    }
}
