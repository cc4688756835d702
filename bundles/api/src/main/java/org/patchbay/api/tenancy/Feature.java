package org.patchbay.api.tenancy;

/** What the people of a portal may use; what is off is neither shown nor accepted. */
public enum Feature {
    /** Meetings may be recorded. */
    RECORDING,
    /** The organizer of a recording may publish a link that anyone opens without signing in. */
    PUBLIC_DOWNLOAD,
    /** Meetings may be protected by a PIN. */
    PIN,
    /** People may have a link of their own at which visitors ring. */
    CLICK2MEET
}
