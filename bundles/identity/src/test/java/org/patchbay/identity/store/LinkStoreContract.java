package org.patchbay.identity.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.patchbay.identity.store.Samples.ACME;
import static org.patchbay.identity.store.Samples.BOLT;
import static org.patchbay.identity.store.Samples.THEN;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/** What every store of one-time links does. */
interface LinkStoreContract {

    PersonId ADA = new PersonId("02000000-0000-7000-8000-00000000000a");
    PersonId EVE = new PersonId("02000000-0000-7000-8000-00000000000e");

    LinkStore store();

    private static StoredLink link(PortalId portal, String hash, PersonId person, Instant expires) {
        return new StoredLink(hash, portal, person, "welcome", expires);
    }

    @Test
    default void findsInThePortalOnly() {
        StoredLink link = link(ACME, "h1", ADA, THEN);
        store().insert(link);

        assertThat(store().find(ACME, "h1")).contains(link);
        assertThat(store().find(BOLT, "h1")).isEmpty();
        assertThat(store().find(ACME, "h2")).isEmpty();
    }

    @Test
    default void deletesOnce() {
        store().insert(link(ACME, "h1", ADA, THEN));

        assertThat(store().delete(BOLT, "h1")).isFalse();
        assertThat(store().delete(ACME, "h1")).isTrue();
        assertThat(store().delete(ACME, "h1")).isFalse();
        assertThat(store().find(ACME, "h1")).isEmpty();
    }

    @Test
    default void deletesThoseOfAPersonOrAPortalOrThePast() {
        List.of(
                        link(ACME, "h1", ADA, THEN),
                        link(ACME, "h2", ADA, THEN.plusSeconds(9)),
                        link(ACME, "h3", EVE, THEN.plusSeconds(9)),
                        link(BOLT, "h4", ADA, THEN.plusSeconds(9)),
                        link(BOLT, "h5", ADA, THEN))
                .forEach(store()::insert);

        store().deleteExpired(THEN.plusSeconds(1));
        assertThat(left()).containsExactly("h2", "h3", "h4");
        store().deleteOfPerson(ACME, ADA);
        assertThat(left()).containsExactly("h3", "h4");
        store().erase(BOLT);
        assertThat(left()).containsExactly("h3");
    }

    private List<String> left() {
        return List.of("h1", "h2", "h3", "h4", "h5").stream()
                .filter(hash -> store().find(ACME, hash).isPresent()
                        || store().find(BOLT, hash).isPresent())
                .toList();
    }
}
