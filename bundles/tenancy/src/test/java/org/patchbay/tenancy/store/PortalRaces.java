package org.patchbay.tenancy.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.PortalDraft;
import org.patchbay.testing.store.Racing;
import org.patchbay.testing.store.TestDatabase;

/** What a database must prove of two changes at once. */
interface PortalRaces {

    TestDatabase database();

    @Test
    default void ofTwoChangesOfOneVersionOneIsRefused() throws Exception {
        PortalStore store = new JpaPortalStore(database().jpa());
        PortalId acme = new PortalId(Ids.next());
        store.insert(portal(acme, "Acme", 1));

        var done = Racing.both(
                database().unitOfWork(), () -> store.find(acme), () -> store.update(portal(acme, "Acme & Sons", 2)));

        assertThat(done).containsExactlyInAnyOrder(true, false);
    }

    private static Portal portal(PortalId id, String name, long version) {
        var draft = new PortalDraft(name, "acme.localhost", "en", "UTC", "#000000");
        return Portal.of(id, draft, Optional.empty(), Instant.EPOCH, version);
    }
}
