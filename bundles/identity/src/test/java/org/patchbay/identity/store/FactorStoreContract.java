package org.patchbay.identity.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.patchbay.identity.store.Samples.ACME;
import static org.patchbay.identity.store.Samples.BOLT;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/** What every store of second factors does. */
interface FactorStoreContract {

    PersonId ADA = new PersonId("02000000-0000-7000-8000-00000000000a");
    PersonId BOB = new PersonId("02000000-0000-7000-8000-00000000000b");

    FactorStore store();

    private static StoredFactor factor(PortalId portal, PersonId person, long step) {
        return new StoredFactor(portal, person, true, Optional.of("sealed"), step);
    }

    @Test
    default void keepsThePresentOne() {
        store().save(factor(ACME, ADA, 0));
        assertThat(store().find(ACME, ADA)).contains(factor(ACME, ADA, 0));
        assertThat(store().find(BOLT, ADA)).isEmpty();

        var without = new StoredFactor(ACME, ADA, false, Optional.empty(), 7);
        store().save(without);
        assertThat(store().find(ACME, ADA)).contains(without);
    }

    @Test
    default void takesEachStepOnce() {
        store().save(factor(ACME, ADA, 0));

        assertThat(store().use(ACME, ADA, 5)).isTrue();
        assertThat(store().use(ACME, ADA, 5)).isFalse();
        assertThat(store().use(ACME, ADA, 4)).isFalse();
        assertThat(store().use(BOLT, ADA, 9)).isFalse();
        assertThat(store().use(ACME, ADA, 6)).isTrue();
        assertThat(store().use(ACME, BOB, 6)).isFalse();
    }

    @Test
    default void takesEachCodeOnce() {
        store().replaceCodes(ACME, ADA, Set.of("old"));
        store().replaceCodes(ACME, ADA, Set.of("one", "two"));

        assertThat(store().codesLeft(ACME, ADA)).isEqualTo(2);
        assertThat(store().codesLeft(BOLT, ADA)).isZero();
        assertThat(store().useCode(ACME, ADA, "old")).isFalse();
        assertThat(store().useCode(BOLT, ADA, "one")).isFalse();
        assertThat(store().useCode(ACME, BOB, "one")).isFalse();
        assertThat(store().useCode(ACME, ADA, "one")).isTrue();
        assertThat(store().useCode(ACME, ADA, "one")).isFalse();
        assertThat(store().codesLeft(ACME, ADA)).isEqualTo(1);
    }

    @Test
    default void deletesAndErases() {
        store().save(factor(ACME, ADA, 0));
        store().save(factor(BOLT, BOB, 0));
        store().replaceCodes(ACME, ADA, Set.of("one"));
        store().replaceCodes(BOLT, BOB, Set.of("two"));

        store().delete(BOLT, ADA);
        assertThat(store().find(ACME, ADA)).isPresent();
        store().delete(ACME, ADA);
        assertThat(store().find(ACME, ADA)).isEmpty();
        assertThat(store().codesLeft(ACME, ADA)).isZero();

        store().erase(ACME);
        assertThat(store().find(BOLT, BOB)).isPresent();
        store().erase(BOLT);
        assertThat(store().find(BOLT, BOB)).isEmpty();
        assertThat(store().codesLeft(BOLT, BOB)).isZero();
    }
}
