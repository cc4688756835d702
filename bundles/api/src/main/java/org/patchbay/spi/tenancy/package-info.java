/** What slices do when a portal goes. */
@Export
@Version("1.0.0")
@NullMarked
package org.patchbay.spi.tenancy;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
