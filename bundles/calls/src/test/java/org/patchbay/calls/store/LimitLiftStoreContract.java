package org.patchbay.calls.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.calls.limits.OutsideLimit;

/** What every {@link LimitLiftStore} keeps. */
interface LimitLiftStoreContract {

    LimitLiftStore store();

    @Test
    default void keepsWhatIsLiftedOnADayInAPortal() {
        LimitLiftStore store = store();
        var acme = new PortalId(Ids.next());
        var bolt = new PortalId(Ids.next());
        LocalDate today = LocalDate.of(2026, 11, 26);
        assertThat(store.lift(acme, today, OutsideLimit.MINUTES, false)).isFalse();
        assertThat(store.lift(acme, today, OutsideLimit.MINUTES, true)).isTrue();
        assertThat(store.lift(acme, today, OutsideLimit.MINUTES, true)).isFalse();
        assertThat(store.lift(acme, today, OutsideLimit.DESTINATIONS, true)).isTrue();
        assertThat(store.of(acme, today)).containsExactly(OutsideLimit.MINUTES, OutsideLimit.DESTINATIONS);
        assertThat(store.of(bolt, today)).isEmpty();
        assertThat(store.lift(acme, today, OutsideLimit.DESTINATIONS, false)).isTrue();
        assertThat(store.of(acme, today)).containsExactly(OutsideLimit.MINUTES);

        LocalDate tomorrow = today.plusDays(1);
        assertThat(store.of(acme, tomorrow)).isEmpty();
        assertThat(store.lift(acme, tomorrow, OutsideLimit.MINUTES, true)).isTrue();
        assertThat(store.of(acme, tomorrow)).containsExactly(OutsideLimit.MINUTES);
        assertThat(store.of(acme, today)).isEmpty();
    }

    @Test
    default void forgetsAPortal() {
        LimitLiftStore store = store();
        var acme = new PortalId(Ids.next());
        var bolt = new PortalId(Ids.next());
        LocalDate today = LocalDate.of(2026, 11, 26);
        store.lift(acme, today, OutsideLimit.MINUTES, true);
        store.lift(bolt, today, OutsideLimit.MINUTES, true);
        store.erase(acme);
        assertThat(store.of(acme, today)).isEmpty();
        assertThat(store.of(bolt, today)).containsExactly(OutsideLimit.MINUTES);
    }
}
