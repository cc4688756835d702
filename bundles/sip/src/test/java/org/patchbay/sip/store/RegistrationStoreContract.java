package org.patchbay.sip.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PortalId;

/** What every {@link RegistrationStore} does. */
interface RegistrationStoreContract {

    Instant NOW = Instant.ofEpochSecond(1_800_000_000);
    PortalId ONE = new PortalId("0192-one");
    PortalId TWO = new PortalId("0192-two");

    RegistrationStore store();

    static KeptRegistration kept(String id, PortalId portal, int seconds) {
        return new KeptRegistration(
                id,
                portal,
                "account",
                "100",
                "one.example",
                "sip:100@10.0.0.7:5060",
                "",
                List.of("<sip:proxy.example;lr>", "<sip:other.example;lr>"),
                500,
                "call-id",
                7,
                "",
                NOW.plusSeconds(seconds),
                "2001:db8::7",
                5060);
    }

    @Test
    default void givesBackWhatWasWritten() {
        store().write(List.of(kept("b", ONE, 60), kept("a", TWO, 60), kept("c", ONE, 0)), List.of());
        assertThat(store().all(NOW, "", 10)).containsExactly(kept("a", TWO, 60), kept("b", ONE, 60));
        assertThat(store().all(NOW, "a", 10)).containsExactly(kept("b", ONE, 60));
        assertThat(store().all(NOW, "", 1)).containsExactly(kept("a", TWO, 60));
    }

    @Test
    default void knowsOnlyItsPortal() {
        store().write(List.of(kept("a", ONE, 60), kept("b", TWO, 60)), List.of());
        assertThat(store().list(ONE, "", 10)).containsExactly(kept("a", ONE, 60));
        store().erase(ONE);
        assertThat(store().list(ONE, "", 10)).isEmpty();
        assertThat(store().list(TWO, "", 10)).containsExactly(kept("b", TWO, 60));
    }

    @Test
    default void writesOverAndForgets() {
        store().write(List.of(kept("a", ONE, 60), kept("b", ONE, 60)), List.of());
        store().write(List.of(kept("a", ONE, 90)), List.of("b", "unknown"));
        assertThat(store().list(ONE, "", 10)).containsExactly(kept("a", ONE, 90));
    }

    @Test
    default void sweepsWhatExpired() {
        store().write(List.of(kept("a", ONE, 60), kept("b", ONE, 120)), List.of());
        store().sweep(NOW.plusSeconds(60));
        assertThat(store().list(ONE, "", 10)).containsExactly(kept("b", ONE, 120));
    }
}
