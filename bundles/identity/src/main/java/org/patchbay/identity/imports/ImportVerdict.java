package org.patchbay.identity.imports;

/** What is thought of a row. */
public enum ImportVerdict {
    /** Becomes a person. */
    OK,
    /** Becomes a person, but somebody should look at it. */
    WARNING,
    /** Cannot become a person; an import with such a row cannot be saved. */
    ERROR
}
