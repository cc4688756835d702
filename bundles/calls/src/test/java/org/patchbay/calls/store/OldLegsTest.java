package org.patchbay.calls.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.api.Ids;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.calls.CallQuery;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.api.calls.LegRecord;
import org.patchbay.api.identity.PersonId;
import org.patchbay.testing.store.TestDatabase;

/** Records that were written when each leg had a row of its own. */
final class OldLegsTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("calls");

    private final PortalId portal = new PortalId(Ids.next());
    private final PersonId anna = new PersonId(Ids.next());
    private final CallId call = new CallId(Ids.next());
    private final JpaCallStore store = new JpaCallStore(DATABASE.jpa());

    private void write() {
        insert(
                "insert into CALL_RECORD (ID, PORTAL, DIRECTION, RESULT, CALLER, CALLER_NAME, CALLED, STARTED, ENDED,"
                        + " DETAILS) values (?1, ?2, 'INTERNAL', 'MISSED', '100', 'Anna', '101', ?3, ?3,"
                        + " '{\"path\":[],\"tags\":[]}')",
                call.value(),
                portal.value(),
                Micros.of(NOON));
        insert(
                "insert into CALL_LEG (ID, PORTAL, CALL_ID, POSITION, LEG, SIP_CALL_ID, INCOMING, PARTY_ROLE, PARTY_NUMBER,"
                        + " PARTY_NAME, PERSON, STARTED, ENDED, STATUS, REASON)"
                        + " values (?1, ?2, ?3, 0, 'leg', 'a@b', 1, 'CALLER', '100', 'Anna', ?4, ?5, ?5, 200, '')",
                call.value() + "/0",
                portal.value(),
                call.value(),
                anna.value(),
                Micros.of(NOON));
        insert(
                "insert into CALL_PARTICIPANT (PORTAL, WHO, CALL_ID) values (?1, ?2, ?3)",
                portal.value(),
                anna.value(),
                call.value());
    }

    private static void insert(String sql, Object... values) {
        DATABASE.jpa().tx(em -> {
            var query = em.createNativeQuery(sql);
            for (int i = 0; i < values.length; i++) {
                query.setParameter(i + 1, values[i]);
            }
            query.executeUpdate();
        });
    }

    private List<CallRecord> seenBy(PersonId person) {
        return store.list(
                        portal, CallQuery.ALL, new Visible(false, Optional.of(person), Set.of()), PageRequest.first(10))
                .items();
    }

    @Test
    void areFoundErasedAndForgotten() {
        write();
        assertThat(seenBy(anna)).singleElement().satisfies(found -> {
            assertThat(found.caller()).isEqualTo("100");
            assertThat(found.legs()).extracting(LegRecord::person).containsExactly(Optional.of(anna));
        });
        store.erase(portal, anna);
        CallRecord left = store.find(portal, call).orElseThrow();
        assertThat(left.caller()).isEmpty();
        assertThat(left.legs()).extracting(LegRecord::person).containsExactly(Optional.empty());
        assertThat(seenBy(anna)).isEmpty();
        assertThat(store.forget(portal, NOON.plusSeconds(1), 10)).isEqualTo(1);
        assertThat(store.find(portal, call)).isEmpty();
        long rows = DATABASE.jpa()
                .txExpr(em -> em.createQuery("select count(l) from LegEntity l where l.portal = :portal", Long.class)
                        .setParameter("portal", portal.value())
                        .getSingleResult());
        assertThat(rows).isZero();
    }
}
