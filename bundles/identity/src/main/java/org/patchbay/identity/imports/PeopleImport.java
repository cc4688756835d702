package org.patchbay.identity.imports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.PersonId;

/**
 * A file of people that was uploaded and not yet forgotten. Immutable.
 *
 * @param by who uploaded it and alone may see and save it
 * @param separator what stands between the cells of the file
 * @param columns as the header names them
 * @param unknown the columns of which nothing is taken
 * @param kept the columns whose values nothing uses yet and which are kept with the person
 * @param rows how many there are; of them ok, with warnings, with errors
 */
public record PeopleImport(
        String id,
        PortalId portal,
        PersonId by,
        Instant created,
        Instant expires,
        ImportState state,
        String separator,
        List<String> columns,
        List<String> unknown,
        List<String> kept,
        int rows,
        int ok,
        int warnings,
        int errors) {

    public PeopleImport {
        columns = List.copyOf(columns);
        unknown = List.copyOf(unknown);
        kept = List.copyOf(kept);
    }

    /** Whether the caller uploaded it. */
    boolean isOf(Caller caller) {
        return caller.personId().filter(by::equals).isPresent();
    }

    /** The same with the rows counted anew. */
    public PeopleImport counting(Map<ImportVerdict, Integer> counts) {
        return counting(
                counts.getOrDefault(ImportVerdict.OK, 0),
                counts.getOrDefault(ImportVerdict.WARNING, 0),
                counts.getOrDefault(ImportVerdict.ERROR, 0));
    }

    /** The same with the rows counted anew. */
    public PeopleImport counting(int nowOk, int nowWarnings, int nowErrors) {
        return new PeopleImport(
                id,
                portal,
                by,
                created,
                expires,
                state,
                separator,
                columns,
                unknown,
                kept,
                nowOk + nowWarnings + nowErrors,
                nowOk,
                nowWarnings,
                nowErrors);
    }

    /** The same, saved. */
    public PeopleImport saved() {
        return new PeopleImport(
                id,
                portal,
                by,
                created,
                expires,
                ImportState.SAVED,
                separator,
                columns,
                unknown,
                kept,
                rows,
                ok,
                warnings,
                errors);
    }
}
