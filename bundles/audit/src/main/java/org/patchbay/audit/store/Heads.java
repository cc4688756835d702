package org.patchbay.audit.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.audit.store.AuditStore.Head;

/**
 * The ends of the chains, over the unit of work's own connection. An update comes before each read, which locks the row on
 * every database alike; and an insert that loses to another must not lose the whole unit, as it would through JPA.
 */
record Heads(Connection connection) {

    /** Locks the end of the chain and answers it; a portal's first is made. */
    Head lock(PortalId portal) throws SQLException {
        if (!raise(portal)) {
            insert(portal);
            raise(portal);
        }
        Head raised = find(portal).orElseThrow();
        return new Head(raised.sequence() - 1, raised.hash());
    }

    private boolean raise(PortalId portal) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE AUDIT_HEAD SET SEQ = SEQ + 1 WHERE PORTAL = ?")) {
            update.setString(1, portal.value());
            return update.executeUpdate() > 0;
        }
    }

    private void insert(PortalId portal) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO AUDIT_HEAD (PORTAL, SEQ, HASH) VALUES (?, 0, ?)")) {
            insert.setString(1, portal.value());
            insert.setString(2, Chain.START);
            Savepoint before = connection.setSavepoint();
            try {
                insert.executeUpdate();
            } catch (SQLException e) {
                if (e.getSQLState() == null || !e.getSQLState().startsWith("23")) {
                    throw e;
                }
                connection.rollback(before);
            }
        }
    }

    /** Notes the new end of a locked chain. */
    void write(PortalId portal, String hash) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE AUDIT_HEAD SET HASH = ? WHERE PORTAL = ?")) {
            update.setString(1, hash);
            update.setString(2, portal.value());
            update.executeUpdate();
        }
    }

    Optional<Head> find(PortalId portal) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT SEQ, HASH FROM AUDIT_HEAD WHERE PORTAL = ?")) {
            query.setString(1, portal.value());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(new Head(row.getLong(1), row.getString(2))) : Optional.empty();
            }
        }
    }

    List<PortalId> portals() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT PORTAL FROM AUDIT_HEAD ORDER BY PORTAL");
                ResultSet rows = query.executeQuery()) {
            List<PortalId> portals = new ArrayList<>();
            while (rows.next()) {
                portals.add(new PortalId(rows.getString(1)));
            }
            return portals;
        }
    }

    void erase(PortalId portal) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM AUDIT_HEAD WHERE PORTAL = ?")) {
            delete.setString(1, portal.value());
            delete.executeUpdate();
        }
    }
}
