package org.patchbay.sip.registrar;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PortalId;
import org.patchbay.sip.peer.TestNeighbours;
import org.patchbay.sip.transport.Flow;
import org.patchbay.sip.transport.Transport;

/** Many bindings. */
class BindingsTest {

    private static final int MANY = 100_000;
    private static final int MOST_BYTES = 2 * 1024;

    private final List<Binding> removed = new ArrayList<>();
    private final Bindings bindings = new Bindings(Clock.systemUTC(), new BindingListener() {
        @Override
        public void added(Binding binding) {
            // Not of interest.
        }

        @Override
        public void refreshed(Binding binding) {
            // Not of interest.
        }

        @Override
        public void removed(Binding binding) {
            removed.add(binding);
        }
    });

    private record Datagrams(InetSocketAddress remote) implements Flow {
        @Override
        public Transport transport() {
            return Transport.UDP;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void send(byte[] message, Runnable failed) {
            failed.run();
        }

        @Override
        public void onClose(Runnable action) {
            // Never.
        }
    }

    private static Binding binding(PortalId portal, int number, int seconds) throws UnknownHostException {
        var address =
                InetAddress.getByAddress(new byte[] {10, (byte) (number >> 16), (byte) (number >> 8), (byte) number});
        return new Binding(
                "id-" + number,
                portal,
                "account-" + number,
                String.valueOf(number),
                "one.example",
                "sip:" + number + "@192.168.178.20:5060;transport=udp;line=" + number,
                "<urn:uuid:" + number + "-0000-1000-8000-000a95a0e128> 1",
                List.of(),
                1000,
                "call-id-of-this-phone-" + number,
                7,
                "Phone of a usual maker 1.2.3.4 " + number,
                Instant.now().plusSeconds(seconds),
                new Datagrams(new InetSocketAddress(address, 5060)));
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void aHundredThousandCostLessThanTwoKibibytesEach() throws UnknownHostException {
        long before = used();
        for (int number = 0; number < MANY; number++) {
            Binding made = binding(TestNeighbours.ONE, number, 600);
            bindings.change(new AccountKey(made.portal(), made.account()), present -> List.of(made));
        }
        long bytes = (used() - before) / MANY;
        assertThat(bindings.size()).isEqualTo(MANY);
        assertThat(bytes).isPositive().isLessThan(MOST_BYTES);
        assertThat(bindings.byPortal()).containsEntry(TestNeighbours.ONE, (long) MANY);
    }

    @Test
    void anAddressIsInUseWhereOneIsRegistered() throws UnknownHostException {
        bindings.restore(binding(TestNeighbours.ONE, 1, 600));
        assertThat(bindings.isAnyAt(InetAddress.getByName("10.0.0.1"))).isTrue();
        assertThat(bindings.isAnyAt(InetAddress.getByName("10.0.0.2"))).isFalse();
        assertThat(bindings.isAnyAt(InetAddress.getByName("2001:db8::1"))).isFalse();
    }

    @Test
    void whatExpiredOrWasErasedIsGone() throws UnknownHostException {
        bindings.restore(binding(TestNeighbours.ONE, 1, 600));
        bindings.restore(binding(TestNeighbours.ONE, 2, -1));
        bindings.restore(binding(TestNeighbours.TWO, 3, 600));
        assertThat(bindings.of(new AccountKey(TestNeighbours.ONE, "account-2"))).isEmpty();
        bindings.sweep();
        assertThat(removed).extracting(Binding::id).containsExactly("id-2");
        bindings.removeIf(found -> found.portal().equals(TestNeighbours.TWO));
        assertThat(bindings.size()).isEqualTo(1);
        assertThat(bindings.find(TestNeighbours.TWO, "id-1")).isEmpty();
        assertThat(bindings.find(TestNeighbours.ONE, "id-1")).isPresent();
    }
}
