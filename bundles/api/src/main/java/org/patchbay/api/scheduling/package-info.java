/** Meetings planned ahead: when they are, who is invited, and what those answer. */
@Export
@Version("1.0.0")
@NullMarked
package org.patchbay.api.scheduling;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
