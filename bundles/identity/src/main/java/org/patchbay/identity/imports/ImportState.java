package org.patchbay.identity.imports;

/** How far an import is. */
public enum ImportState {
    /** Its rows are read and judged; nothing is saved. */
    CHECKED,
    /** Its rows are people. */
    SAVED
}
