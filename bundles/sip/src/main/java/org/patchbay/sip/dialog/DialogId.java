package org.patchbay.sip.dialog;

/** What makes a dialog (RFC 3261, section 12). Immutable. */
public record DialogId(String callId, String localTag, String remoteTag) {}
