package org.patchbay.calls.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.calls.store.CallStore.Ended;

/**
 * Writes rows of calls, over the unit of work's own connection: no entities, since hundreds a second are written once, in
 * batches, and read again by few.
 */
record CallRows(Connection connection) {

    private static final String CALL =
            "insert into CALL_RECORD (PORTAL, ID, DIRECTION, RESULT, CALLER, CALLER_NAME, CALLED,"
                    + " STARTED, ANSWERED, ENDED, DETAILS, TOGETHER) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String PARTICIPANT = "insert into CALL_PARTICIPANT (PORTAL, WHO, CALL_ID) values (?, ?, ?)";
    private static final String SHEET = "insert into CALL_SHEET (ID, PORTAL, SERVER_RUN, CALLS) values (?, ?, ?, ?)";

    void add(List<Ended> calls) throws SQLException {
        try (PreparedStatement call = connection.prepareStatement(CALL);
                PreparedStatement participant = connection.prepareStatement(PARTICIPANT)) {
            boolean some = false;
            for (Ended ended : calls) {
                add(call, ended.portal(), ended.call());
                for (String who : ParticipantEntity.who(ended.call())) {
                    participant.setString(1, ended.portal().value());
                    participant.setString(2, who);
                    participant.setString(3, ended.call().id().value());
                    participant.addBatch();
                    some = true;
                }
            }
            call.executeBatch();
            if (some) {
                participant.executeBatch();
            }
        }
    }

    private static void add(PreparedStatement insert, PortalId portal, CallRecord call) throws SQLException {
        insert.setString(1, portal.value());
        insert.setString(2, call.id().value());
        insert.setString(3, call.direction().name());
        insert.setString(4, call.result().name());
        insert.setString(5, CallEntity.cut(call.caller()));
        insert.setString(6, CallEntity.cut(call.callerName()));
        insert.setString(7, CallEntity.cut(call.called()));
        insert.setLong(8, Micros.of(call.started()));
        Optional<Long> answered = call.answered().map(Micros::of);
        if (answered.isPresent()) {
            insert.setLong(9, answered.get());
        } else {
            insert.setNull(9, Types.BIGINT);
        }
        insert.setLong(10, Micros.of(call.ended()));
        insert.setString(11, CallEntity.details(call));
        insert.setString(12, call.together().map(CallId::value).orElse(null));
        insert.addBatch();
    }

    void add(LiveSheet sheet) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(SHEET)) {
            insert.setString(1, sheet.id());
            insert.setString(2, sheet.portal().value());
            insert.setString(3, sheet.run());
            insert.setString(4, SheetEntity.text(sheet));
            insert.executeUpdate();
        }
    }

    void drop(PortalId portal, String sheet) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from CALL_SHEET where PORTAL = ? and ID = ?")) {
            delete.setString(1, portal.value());
            delete.setString(2, sheet);
            delete.executeUpdate();
        }
    }
}
