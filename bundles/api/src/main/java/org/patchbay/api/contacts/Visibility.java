package org.patchbay.api.contacts;

/** Who sees a contact. */
public enum Visibility {
    /** Everybody in the portal; changed by those with the right. */
    PUBLIC,
    /** The person whose contact it is, and nobody else. */
    PRIVATE
}
