package org.patchbay.contacts.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import javax.persistence.EntityManager;
import org.patchbay.api.contacts.Contact;
import org.patchbay.api.contacts.ContactId;
import org.patchbay.contacts.search.ContactTokens;

/**
 * The table of tokens: no entity, since it is written in batches and read as a range of its key.
 *
 * @param em of the unit of work
 */
record TokenIndex(EntityManager em) {

    private static final int BATCH = 1000;
    /** After every token that has the same beginning. */
    private static final String LAST = "\uFFFF";

    private static final String RANGE = "select TOKEN, CONTACT from CONTACT_TOKEN"
            + " where PORTAL = ?1 and OWNER_ID = ?2 and TOKEN >= ?3 and TOKEN < ?4"
            + " and (TOKEN > ?5 or CONTACT > ?6) order by TOKEN, CONTACT fetch first %d rows only";

    void add(Book book, List<Contact> contacts) {
        try (Connection connection = em.unwrap(Connection.class);
                PreparedStatement insert = connection.prepareStatement(
                        "insert into CONTACT_TOKEN (PORTAL, OWNER_ID, TOKEN, CONTACT) values (?, ?, ?, ?)")) {
            int waiting = 0;
            for (Contact contact : contacts) {
                for (String token : ContactTokens.of(contact)) {
                    insert.setString(1, book.portal().value());
                    insert.setString(2, book.ownerText());
                    insert.setString(3, token);
                    insert.setString(4, contact.id().value());
                    insert.addBatch();
                    waiting++;
                    if (waiting % BATCH == 0) {
                        insert.executeBatch();
                    }
                }
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("The index of contacts cannot be written", e);
        }
    }

    void remove(Book book, ContactId contact) {
        em.createNativeQuery("delete from CONTACT_TOKEN where CONTACT = ?1 and PORTAL = ?2")
                .setParameter(1, contact.value())
                .setParameter(2, book.portal().value())
                .executeUpdate();
    }

    /** The tokens that begin so, from a place on. */
    List<Place> after(Book book, String beginning, Place place, int limit) {
        String from = place.key().compareTo(beginning) > 0 ? place.key() : beginning;
        List<?> rows = em.createNativeQuery(RANGE.formatted(limit))
                .setParameter(1, book.portal().value())
                .setParameter(2, book.ownerText())
                .setParameter(3, from)
                .setParameter(4, beginning + LAST)
                .setParameter(5, place.key())
                .setParameter(6, place.id())
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Place(row[0].toString(), row[1].toString()))
                .toList();
    }

    void erase(String where, String... values) {
        var delete = em.createNativeQuery("delete from CONTACT_TOKEN where " + where);
        for (int i = 0; i < values.length; i++) {
            delete.setParameter(i + 1, Arrays.asList(values).get(i));
        }
        delete.executeUpdate();
    }
}
