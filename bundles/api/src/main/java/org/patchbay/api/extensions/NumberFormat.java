package org.patchbay.api.extensions;

/** How a trunk wants numbers to be written. */
public enum NumberFormat {
    /** {@code +493012345}. */
    E164,
    /** {@code 493012345}. */
    E164_WITHOUT_PLUS,
    /** {@code 004930123}, with the country's own prefix for calls abroad. */
    INTERNATIONAL,
    /** {@code 03012345} within the country; abroad as {@link #INTERNATIONAL}. */
    NATIONAL
}
