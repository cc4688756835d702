package org.patchbay.api.calls;

/**
 * What a caller is at where no person is. Immutable.
 *
 * @param kind the name of an application, such as {@code voicemail}, or {@code page}, {@code queue}, {@code menu} or {@code conference}
 * @param number of the extension, group or room that it belongs to; empty for none
 * @param name of that extension, group or room; empty for none
 */
public record CallDestination(String kind, String number, String name) {}
