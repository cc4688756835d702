/** What a plugin says of itself. */
@Export
@Version("1.1.0")
@NullMarked
package org.patchbay.spi.plugins;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
