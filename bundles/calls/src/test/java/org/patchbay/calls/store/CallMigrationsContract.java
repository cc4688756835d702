package org.patchbay.calls.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Ids;
import org.patchbay.api.Page;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.calls.CallParty;
import org.patchbay.api.calls.CallQuery;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.LegRecord;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.testing.store.OldDatabase;

/** Calls that an older version wrote are read by this one. */
interface CallMigrationsContract {

    int MANY = 100;
    Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    PortalId ACME = new PortalId(Ids.next());
    PortalId BOLT = new PortalId(Ids.next());
    PersonId ANNA = new PersonId(Ids.next());
    PersonId BOB = new PersonId(Ids.next());
    DepartmentId SALES = new DepartmentId(Ids.next());

    /** A database with the tables of calls as they were at this version. */
    OldDatabase old(int version);

    private static long micros(int call) {
        return Micros.of(NOON.plusSeconds(call));
    }

    private static void leg(OldDatabase database, PortalId portal, String call, int position, boolean answered) {
        database.run(
                "insert into CALL_LEG (ID, PORTAL, CALL_ID, POSITION, LEG, SIP_CALL_ID, INCOMING, PARTY_ROLE,"
                        + " PARTY_NUMBER, PARTY_NAME, PERSON, DEPARTMENT, TRUNK, STARTED, ANSWERED, ENDED, STATUS, REASON,"
                        + " QUALITY) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                call + '/' + position,
                portal.value(),
                call,
                position,
                "leg-" + position,
                call + "@phone",
                position == 0 ? 1 : 0,
                position == 0 ? "CALLER" : "CALLED",
                position == 0 ? "100" : "+4940123",
                position == 0 ? "Anna" : "",
                position == 0 ? ANNA.value() : null,
                position == 0 ? SALES.value() : null,
                position == 0 ? null : "carrier",
                micros(0),
                answered ? micros(1) : null,
                micros(9),
                200,
                "Normal call clearing",
                answered
                        ? "{\"codec\":\"PCMA\",\"received\":500,\"sent\":490,\"lost\":5,\"jitterMillis\":2.5,"
                                + "\"remoteLost\":1,\"roundTripMillis\":20,\"mos\":4.1}"
                        : null);
    }

    private static String first(OldDatabase database, PortalId portal, int number, boolean ended) {
        String call = Ids.next();
        database.run(
                "insert into CALL_RECORD (ID, PORTAL, SERVER_RUN, DIRECTION, RESULT, CALLER, CALLER_NAME, CALLED,"
                        + " STARTED, ANSWERED, ENDED, DETAILS) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                call,
                portal.value(),
                "node/run",
                "OUTGOING",
                ended ? "ANSWERED" : null,
                "100",
                "Anna",
                "+4940123",
                micros(number),
                micros(number + 1),
                ended ? micros(number + 9) : null,
                "{\"path\":[{\"at\":\"2026-11-26T12:00:00Z\",\"decision\":{\"step\":\"devices\",\"reason\":\"ring\","
                        + "\"params\":{\"extension\":\"101\"}}}],\"tags\":[\"vip\"]}");
        return call;
    }

    private static Set<String> all(JpaCallStore store, PortalId portal, Visible visible) {
        Set<String> found = new HashSet<>();
        Page.walk(
                page -> store.list(portal, CallQuery.ALL, visible, page),
                call -> assertThat(found.add(call.id().value())).isTrue());
        return found;
    }

    private static Visible by(PersonId person) {
        return new Visible(false, Optional.of(person), Set.of());
    }

    @Test
    default void callsWithLegsOfTheirOwnAreReadAndSeenByWhoTookPart() {
        try (OldDatabase database = old(1)) {
            Set<String> ours = new HashSet<>();
            for (int number = 0; number < MANY; number++) {
                String call = first(database, ACME, number, true);
                leg(database, ACME, call, 0, true);
                leg(database, ACME, call, 1, true);
                ours.add(call);
            }
            String theirs = first(database, BOLT, 0, true);
            leg(database, BOLT, theirs, 0, false);
            var store = new JpaCallStore(database.migrate());

            assertThat(all(store, ACME, by(ANNA))).isEqualTo(ours);
            assertThat(all(store, ACME, new Visible(false, Optional.empty(), Set.of(SALES))))
                    .isEqualTo(ours);
            assertThat(all(store, ACME, by(BOB))).isEmpty();
            assertThat(all(store, BOLT, by(ANNA))).containsExactly(theirs);
            CallRecord one =
                    store.find(ACME, new CallId(ours.iterator().next())).orElseThrow();
            assertThat(one.result()).isEqualTo(CallResult.ANSWERED);
            assertThat(one.tags()).containsExactly("vip");
            assertThat(one.path())
                    .singleElement()
                    .satisfies(step -> assertThat(step.decision().params()).containsEntry("extension", "101"));
            assertThat(one.legs())
                    .extracting(LegRecord::role)
                    .containsExactly(CallParty.Role.CALLER, CallParty.Role.CALLED);
            assertThat(one.legs().get(0).quality().orElseThrow().mos()).isEqualTo(4.1);
            assertThat(one.legs().get(1).trunk()).contains("carrier");
            assertThat(store.find(BOLT, one.id())).isEmpty();
            assertThat(store.forget(ACME, NOON.plusSeconds(MANY), MANY + 1)).isEqualTo(MANY);
            assertThat(all(store, BOLT, by(ANNA))).hasSize(1);
        }
    }

    @Test
    default void aCallThatHadNoEndEndedWithItsServer() {
        try (OldDatabase database = old(1)) {
            String call = first(database, ACME, 0, false);
            leg(database, ACME, call, 0, true);
            var store = new JpaCallStore(database.migrate());
            CallRecord left = store.find(ACME, new CallId(call)).orElseThrow();
            assertThat(left.result()).isEqualTo(CallResult.RESTART);
            assertThat(left.ended()).isEqualTo(left.started());
            assertThat(all(store, ACME, by(ANNA))).containsExactly(call);
        }
    }

    @Test
    default void recordsAndSheetsOfTheSecondVersionStay() {
        try (OldDatabase database = old(2)) {
            String call = Ids.next();
            database.run(
                    "insert into CALL_RECORD (ID, PORTAL, DIRECTION, RESULT, CALLER, CALLER_NAME, CALLED, STARTED, ENDED,"
                            + " DETAILS) values (?, ?, 'INTERNAL', 'MISSED', '100', 'Anna', '101', ?, ?, ?)",
                    call,
                    ACME.value(),
                    micros(0),
                    micros(9),
                    "{\"path\":[],\"tags\":[],\"legs\":[{\"leg\":\"a\",\"callId\":\"a@b\",\"incoming\":true,\"role\":"
                            + "\"CALLER\",\"number\":\"100\",\"name\":\"Anna\",\"person\":\"" + ANNA.value()
                            + "\",\"started\":\"2026-11-26T12:00:00Z\",\"ended\":\"2026-11-26T12:00:09Z\","
                            + "\"status\":480,\"reason\":\"\"}]}");
            database.run(
                    "insert into CALL_PARTICIPANT (PORTAL, WHO, CALL_ID) values (?, ?, ?)",
                    ACME.value(),
                    ANNA.value(),
                    call);
            database.run(
                    "insert into CALL_SHEET (ID, PORTAL, SERVER_RUN, CALLS) values (?, ?, ?, ?)",
                    Ids.next(),
                    ACME.value(),
                    "node/run",
                    "{\"calls\":[]}");
            var store = new JpaCallStore(database.migrate());
            assertThat(all(store, ACME, by(ANNA))).containsExactly(call);
            CallRecord one = store.find(ACME, new CallId(call)).orElseThrow();
            assertThat(one.legs()).extracting(LegRecord::person).containsExactly(Optional.of(ANNA));
            assertThat(store.left(Set.of(), 10)).extracting(LiveSheet::run).isEqualTo(List.of("node/run"));
            store.end(BOLT, one);
            assertThat(store.find(BOLT, one.id())).contains(one);
        }
    }
}
