package org.patchbay.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.patchbay.api.signalling.Registration;
import org.patchbay.sip.peer.Phone;
import org.patchbay.sip.peer.TestNeighbours;
import org.patchbay.sip.peer.TestServer;
import org.patchbay.sip.registrar.AccountKey;
import org.patchbay.sip.store.InMemoryRegistrationStore;
import org.patchbay.sip.store.KeptRegistration;
import org.patchbay.sip.store.RegistrationStore;

/** Registrations over a restart. */
class BindingKeeperTest {

    private final RegistrationStore store = new InMemoryRegistrationStore();
    private final BindingKeeper keeper = new BindingKeeper(store, Clock.systemUTC());

    @Test
    void whatWasRegisteredIsThereAfterARestart() throws IOException {
        List<Registration> before = new ArrayList<>();
        try (var server = new TestServer();
                var phone = new Phone(server.port(), "100", "one.example")) {
            phone.register(600);
            before.addAll(server.server.registrations(TestNeighbours.ONE, "account-100"));
            server.server
                    .bindings()
                    .of(new AccountKey(TestNeighbours.ONE, "account-100"))
                    .forEach(keeper::added);
            keeper.flush();
        }
        try (var server = new TestServer()) {
            int restored = keeper.restore(
                    server.server.bindings(), server.server.stack().transports());
            assertThat(restored).isEqualTo(1);
            assertThat(server.server.registrations(TestNeighbours.ONE, "account-100"))
                    .singleElement()
                    .satisfies(found -> {
                        assertThat(found.id()).isEqualTo(before.get(0).id());
                        assertThat(found.address()).isEqualTo(before.get(0).address());
                    });
        }
    }

    @Test
    void whatCannotBeWrittenWaits() throws IOException {
        var broken = new boolean[] {true};
        var refusing = new BindingKeeper(new Refusing(store, broken), Clock.systemUTC());
        try (var server = new TestServer();
                var phone = new Phone(server.port(), "100", "one.example")) {
            phone.register(600);
            server.server
                    .bindings()
                    .of(new AccountKey(TestNeighbours.ONE, "account-100"))
                    .forEach(refusing::added);
            refusing.flush();
            assertThat(store.list(TestNeighbours.ONE, "", 10)).isEmpty();
            broken[0] = false;
            refusing.flush();
            assertThat(store.list(TestNeighbours.ONE, "", 10)).hasSize(1);
        }
    }

    private static final class Refusing implements RegistrationStore {

        private final RegistrationStore store;
        private final boolean[] broken;

        private Refusing(RegistrationStore store, boolean[] broken) {
            this.store = store;
            this.broken = broken;
        }

        @Override
        public List<KeptRegistration> all(java.time.Instant now, String after, int limit) {
            return store.all(now, after, limit);
        }

        @Override
        public List<KeptRegistration> list(org.patchbay.api.PortalId portal, String after, int limit) {
            return store.list(portal, after, limit);
        }

        @Override
        public void write(Collection<KeptRegistration> present, Collection<String> gone) {
            if (broken[0]) {
                throw new IllegalStateException("The database is away");
            }
            store.write(present, gone);
        }

        @Override
        public void sweep(java.time.Instant now) {
            store.sweep(now);
        }

        @Override
        public void erase(org.patchbay.api.PortalId portal) {
            store.erase(portal);
        }
    }
}
