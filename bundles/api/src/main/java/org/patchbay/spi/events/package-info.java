/** Declaring event types and hearing events. */
@Export
@Version("1.1.0")
@NullMarked
package org.patchbay.spi.events;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
