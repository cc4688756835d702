/** The one event model: publishing what happened and finding it again. */
@Export
@Version("1.0.0")
@NullMarked
package org.patchbay.api.events;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
