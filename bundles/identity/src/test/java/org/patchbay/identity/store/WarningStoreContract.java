package org.patchbay.identity.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.patchbay.identity.store.Samples.ACME;
import static org.patchbay.identity.store.Samples.BOLT;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.patchbay.api.identity.PersonId;

/** What every store of warnings does. */
interface WarningStoreContract {

    LocalDate DAY = LocalDate.of(2026, 1, 31);
    Optional<PersonId> EVE = Optional.of(new PersonId("02000000-0000-7000-8000-0000000000ee"));

    WarningStore store();

    @Test
    default void nobodyIsToldOfADayTwice() {
        assertThat(store().note(ACME, EVE, DAY)).isTrue();
        assertThat(store().note(ACME, EVE, DAY)).isFalse();
        assertThat(store().note(ACME, EVE, DAY.plusDays(1))).isTrue();
        assertThat(store().note(ACME, Optional.empty(), DAY)).isTrue();
        assertThat(store().note(BOLT, Optional.empty(), DAY)).isTrue();
        assertThat(store().note(ACME, Optional.empty(), DAY)).isFalse();
    }

    @Test
    default void forgetsAPersonAndAPortal() {
        store().note(ACME, EVE, DAY);
        store().note(ACME, Optional.empty(), DAY);
        store().note(BOLT, Optional.empty(), DAY);

        store().erase(ACME, EVE.orElseThrow());
        assertThat(store().note(ACME, EVE, DAY)).isTrue();
        assertThat(store().note(ACME, Optional.empty(), DAY)).isFalse();

        store().erase(ACME);
        assertThat(store().note(ACME, Optional.empty(), DAY)).isTrue();
        assertThat(store().note(BOLT, Optional.empty(), DAY)).isFalse();
    }
}
