package org.patchbay.api.scheduling;

import java.time.LocalDateTime;

/**
 * The answer for one occurrence of a series.
 *
 * @param occurrence when the series alone would have it, in the meeting's zone
 */
public record OccurrenceAnswer(LocalDateTime occurrence, Answer answer) {}
