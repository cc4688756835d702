package org.patchbay.spi.meetings;

/**
 * What somebody says. Immutable.
 *
 * @param participant who says it
 * @param text at most 1,000 characters are shown
 * @param finished whether it is said to the end; what is not is replaced by the next caption of the same participant
 */
public record Caption(String participant, String text, boolean finished) {}
