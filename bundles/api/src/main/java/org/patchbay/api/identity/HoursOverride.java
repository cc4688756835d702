package org.patchbay.api.identity;

import java.time.Instant;

/** That a department is open or closed, whatever its hours say, until a moment. Immutable. */
public record HoursOverride(boolean open, Instant until) {}
