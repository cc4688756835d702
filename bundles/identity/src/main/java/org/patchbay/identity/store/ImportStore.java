package org.patchbay.identity.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.identity.imports.ImportRow;
import org.patchbay.identity.imports.ImportVerdict;
import org.patchbay.identity.imports.PeopleImport;

/** Keeps uploaded files of people, row by row, until they expire. Called inside a unit of work. Thread-safe. */
public interface ImportStore {

    void insert(PeopleImport begun);

    /** Writes rows of an import, and keeps none of them in memory. */
    void insertRows(PortalId portal, String id, List<StoredRow> rows);

    Optional<PeopleImport> find(PortalId portal, String id);

    /** The same, which nobody else changes or finds so until the unit of work ends. */
    Optional<PeopleImport> lock(PortalId portal, String id);

    /** Writes state and counts. */
    void update(PeopleImport changed);

    /** Rows after this line, of one verdict or of all, in the order of the file. */
    List<ImportRow> rows(PortalId portal, String id, Optional<ImportVerdict> verdict, int afterLine, int limit);

    Optional<StoredRow> row(PortalId portal, String id, int line);

    /** The rows that have one of the addresses, as a login or for mails, or the extension, by line; at most this many. */
    List<StoredRow> sharing(PortalId portal, String id, Set<String> addresses, Optional<String> extension, int limit);

    void updateRow(PortalId portal, String id, StoredRow row);

    void deleteRow(PortalId portal, String id, int line);

    void deleteRows(PortalId portal, String id);

    /** How many rows have which verdict. */
    Map<ImportVerdict, Integer> counts(PortalId portal, String id);

    /** Every import of the portal. */
    List<PeopleImport> list(PortalId portal);

    /** The imports of one person, newest first. */
    List<PeopleImport> of(PortalId portal, PersonId person);

    /** Answers whether there was one. */
    boolean delete(PortalId portal, String id);

    /** Deletes imports of every portal that expired before this moment. */
    void deleteExpired(Instant before);

    void erase(PortalId portal);
}
