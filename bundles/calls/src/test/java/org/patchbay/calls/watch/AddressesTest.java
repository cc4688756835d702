package org.patchbay.calls.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PortalId;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.PortalDraft;
import org.patchbay.testing.cluster.MovableClock;
import org.patchbay.testing.identity.Callers;
import org.patchbay.testing.tenancy.InMemoryPortals;

final class AddressesTest {

    private final InMemoryPortals portals = new InMemoryPortals();
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-27T10:00:00Z"));
    private final Addresses addresses = new Addresses(portals, clock);

    @Test
    void aNumberIsAtTheHostOfItsPortal() {
        Portal acme = portals.named("Acme");
        Portal bolt = portals.named("Bolt");
        assertThat(addresses.of(acme.id(), "701")).isEqualTo("sip:701@" + acme.host());
        assertThat(addresses.of(bolt.id(), "701")).isEqualTo("sip:701@" + bolt.host());
        assertThat(addresses.of(new PortalId("nobody"), "701")).isEqualTo("sip:701");
    }

    @Test
    void anotherHostIsKnownAMinuteLater() {
        Portal acme = portals.named("Acme");
        assertThat(addresses.of(acme.id(), "701")).isEqualTo("sip:701@acme.localhost");
        portals.update(
                acme.id(),
                acme.version(),
                new PortalDraft("Acme", "new.localhost", "en", "UTC", "#2f6fed"),
                Callers.nobody(PortalId.ROOT));
        clock.pass(Duration.ofMinutes(1));
        assertThat(addresses.of(acme.id(), "701")).isEqualTo("sip:701@new.localhost");
    }
}
