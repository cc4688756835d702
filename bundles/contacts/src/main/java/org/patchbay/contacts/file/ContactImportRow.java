package org.patchbay.contacts.file;

import java.util.List;
import org.patchbay.api.FieldError;

/**
 * What becomes of one contact of a file.
 *
 * @param line where it begins, counted from 1
 * @param errors what is wrong with it, by the fields of a contact
 */
public record ContactImportRow(long line, String name, Verdict verdict, List<FieldError> errors) {

    /** What becomes of it. */
    public enum Verdict {
        /** It is added. */
        FRESH,
        /** The same contact is there already, or stands in the file before. */
        KNOWN,
        /** It cannot be added. */
        FAULTY
    }

    public ContactImportRow {
        errors = List.copyOf(errors);
    }
}
