package org.patchbay.calls.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallDirection;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.api.calls.CallResult;
import org.patchbay.testing.store.TestDatabase;

final class JpaCallStoreOnPostgresqlTest implements CallStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql("calls");

    @Override
    public CallStore store() {
        return new JpaCallStore(DATABASE.jpa());
    }

    @Test
    void givesAndErasesWhatIsOfAPortal() {
        var store = new JpaCallStore(DATABASE.jpa());
        var portal = new PortalId(Ids.next());
        var now = Instant.parse("2026-11-26T12:00:00Z");
        var call = new CallRecord(
                new CallId(Ids.next()),
                CallDirection.INTERNAL,
                CallResult.MISSED,
                "100",
                "",
                "101",
                now,
                Optional.empty(),
                now,
                List.of(),
                List.of(),
                List.of());
        store.end(portal, call);
        List<Object> given = new ArrayList<>();
        store.export(portal, (kind, data) -> given.add(data));
        assertThat(given).containsExactly(call);
        store.erase(portal);
        assertThat(store.find(portal, call.id())).isEmpty();
    }
}
