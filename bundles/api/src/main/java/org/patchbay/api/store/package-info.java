/** Units of work: one transaction over the stores of several slices. */
@Export
@Version("1.0.0")
@NullMarked
package org.patchbay.api.store;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
