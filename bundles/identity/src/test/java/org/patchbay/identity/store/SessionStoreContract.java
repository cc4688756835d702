package org.patchbay.identity.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.patchbay.identity.store.Samples.ACME;
import static org.patchbay.identity.store.Samples.BOLT;
import static org.patchbay.identity.store.Samples.THEN;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/** What every store of sessions does. */
interface SessionStoreContract {

    PersonId ADA = new PersonId("02000000-0000-7000-8000-00000000000a");
    PersonId EVE = new PersonId("02000000-0000-7000-8000-00000000000e");

    SessionStore store();

    private static StoredSession of(PortalId portal, String id, PersonId person, Instant expires) {
        return new StoredSession(
                id,
                portal,
                "hash-" + id,
                Optional.of(person),
                Optional.empty(),
                Optional.empty(),
                expires,
                THEN.plusSeconds(1000),
                THEN,
                THEN,
                Optional.of("192.0.2.1"),
                Optional.of("Firefox on Linux"),
                Optional.of(Set.of("system-owner", "system-administrator")));
    }

    private static StoredSession guest(PortalId portal, String id, String meeting) {
        return new StoredSession(
                id,
                portal,
                "hash-" + id,
                Optional.empty(),
                Optional.of(meeting),
                Optional.of("Guest " + id),
                THEN,
                THEN,
                THEN,
                THEN,
                Optional.of("192.0.2.1"),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    default void namesWhoHasASession() {
        store().insert(of(ACME, "p1", ADA, THEN));
        store().insert(of(ACME, "p2", ADA, THEN));
        store().insert(of(BOLT, "p3", EVE, THEN));
        store().insert(guest(ACME, "p4", "m"));

        assertThat(store().people(ACME)).containsExactly(ADA);
    }

    @Test
    default void findsByTheSecretOfThePortal() {
        StoredSession session = of(ACME, "s1", ADA, THEN);
        StoredSession visit = guest(ACME, "s2", "m1");
        store().insert(session);
        store().insert(visit);

        assertThat(store().find(ACME, "hash-s1")).contains(session);
        assertThat(store().find(ACME, "hash-s2")).contains(visit);
        assertThat(store().find(BOLT, "hash-s1")).isEmpty();
        assertThat(store().find(ACME, "hash-s3")).isEmpty();
    }

    @Test
    default void movesTheExpiry() {
        store().insert(of(ACME, "s1", ADA, THEN));
        store().used(BOLT, "s1", THEN.plusSeconds(9), THEN.plusSeconds(5), "192.0.2.9");
        assertThat(store().find(ACME, "hash-s1").orElseThrow().expires()).isEqualTo(THEN);
        store().used(ACME, "s1", THEN.plusSeconds(9), THEN.plusSeconds(5), "192.0.2.9");
        StoredSession used = store().find(ACME, "hash-s1").orElseThrow();
        assertThat(used.expires()).isEqualTo(THEN.plusSeconds(9));
        assertThat(used.lastUsed()).isEqualTo(THEN.plusSeconds(5));
        assertThat(used.address()).contains("192.0.2.9");
        store().used(ACME, "gone", THEN, THEN, "192.0.2.9");
    }

    @Test
    default void renewsTheSessionOfAGuest() {
        store().insert(visit(ACME, "hash-1", "Gus", THEN));

        assertThat(store().renew(visit(BOLT, "hash-2", "Gus of Bolt", THEN.plusSeconds(9))))
                .isFalse();
        assertThat(store().renew(visit(ACME, "hash-2", "Gus of Acme", THEN.plusSeconds(9))))
                .isTrue();
        assertThat(store().find(ACME, "hash-1")).isEmpty();
        assertThat(store().find(ACME, "hash-2")).contains(visit(ACME, "hash-2", "Gus of Acme", THEN.plusSeconds(9)));
    }

    private static StoredSession visit(PortalId portal, String hash, String name, Instant end) {
        return new StoredSession(
                "v1",
                portal,
                hash,
                Optional.empty(),
                Optional.of("m1"),
                Optional.of(name),
                end,
                end,
                THEN,
                THEN,
                Optional.of("192.0.2.1"),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    default void listsThoseOfAPersonTheLastUsedFirst() {
        List.of(
                        of(ACME, "s1", ADA, THEN),
                        of(ACME, "s2", ADA, THEN),
                        of(ACME, "s3", EVE, THEN),
                        of(BOLT, "s4", ADA, THEN))
                .forEach(store()::insert);
        store().used(ACME, "s2", THEN, THEN.plusSeconds(5), "192.0.2.1");

        assertThat(store().list(ACME, ADA)).extracting(StoredSession::id).containsExactly("s2", "s1");
    }

    @Test
    default void deletesOne() {
        StoredSession session = of(ACME, "s1", ADA, THEN);
        store().insert(session);

        assertThat(store().delete(BOLT, "s1")).isEmpty();
        assertThat(store().delete(ACME, "s1")).contains(session);
        assertThat(store().delete(ACME, "s1")).isEmpty();
        assertThat(store().find(ACME, "hash-s1")).isEmpty();
    }

    @Test
    default void deletesThoseOfAPerson() {
        List.of(
                        of(ACME, "s1", ADA, THEN),
                        of(ACME, "s2", ADA, THEN),
                        of(ACME, "s3", ADA, THEN),
                        of(ACME, "s4", EVE, THEN),
                        of(BOLT, "s5", ADA, THEN))
                .forEach(store()::insert);

        assertThat(store().deleteOfPerson(ACME, ADA, Optional.of("s2"))).containsExactlyInAnyOrder("s1", "s3");
        assertThat(store().deleteOfPerson(ACME, ADA, Optional.empty())).containsExactly("s2");
        assertThat(store().find(ACME, "hash-s4")).isPresent();
        assertThat(store().find(BOLT, "hash-s5")).isPresent();
    }

    @Test
    default void deletesThoseOfAMeeting() {
        List.of(guest(ACME, "s1", "m1"), guest(ACME, "s2", "m2"), guest(BOLT, "s3", "m1"), of(ACME, "s4", ADA, THEN))
                .forEach(store()::insert);

        assertThat(store().deleteOfMeeting(ACME, "m1")).containsExactly("s1");
        assertThat(store().find(ACME, "hash-s2")).isPresent();
        assertThat(store().find(BOLT, "hash-s3")).isPresent();
        assertThat(store().find(ACME, "hash-s4")).isPresent();
    }

    @Test
    default void erasesAPortal() {
        List.of(of(ACME, "s1", ADA, THEN), guest(ACME, "s2", "m2"), of(BOLT, "s3", ADA, THEN))
                .forEach(store()::insert);

        assertThat(store().erase(ACME)).containsExactlyInAnyOrder("s1", "s2");
        assertThat(store().find(BOLT, "hash-s3")).isPresent();
    }

    @Test
    default void deletesTheExpiredInBatches() {
        List.of(
                        of(ACME, "s1", ADA, THEN),
                        of(BOLT, "s2", ADA, THEN.plusSeconds(1)),
                        of(ACME, "s3", ADA, THEN.plusSeconds(2)),
                        of(ACME, "s4", ADA, THEN.plusSeconds(3)))
                .forEach(store()::insert);

        assertThat(store().deleteExpired(THEN.plusSeconds(3), 2)).hasSize(2);
        assertThat(store().deleteExpired(THEN.plusSeconds(3), 2)).hasSize(1);
        assertThat(store().deleteExpired(THEN.plusSeconds(3), 2)).isEmpty();
        assertThat(store().find(ACME, "hash-s4")).isPresent();
    }
}
