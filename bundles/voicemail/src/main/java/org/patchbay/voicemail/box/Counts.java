package org.patchbay.voicemail.box;

/** How many messages are in a mailbox. Immutable. */
public record Counts(long fresh, long heard) {}
