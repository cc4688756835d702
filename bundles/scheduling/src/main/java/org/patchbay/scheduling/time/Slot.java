package org.patchbay.scheduling.time;

import java.time.Instant;
import java.time.LocalDateTime;

/**
 * One time at which a planned meeting takes place.
 *
 * @param occurrence when the series alone would have it
 * @param start when it is, in the meeting's zone
 * @param moved whether it differs from the series
 */
public record Slot(LocalDateTime occurrence, LocalDateTime start, Instant starts, Instant ends, boolean moved) {}
