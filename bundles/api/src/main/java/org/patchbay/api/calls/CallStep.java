package org.patchbay.api.calls;

import java.time.Instant;

/** A decision and when it was taken. Immutable. */
public record CallStep(Instant at, Decision decision) {}
