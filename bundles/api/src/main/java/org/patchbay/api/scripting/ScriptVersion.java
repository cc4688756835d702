package org.patchbay.api.scripting;

import java.time.Instant;

/** An earlier state of a script. */
public record ScriptVersion(long version, String source, String author, Instant saved) {}
