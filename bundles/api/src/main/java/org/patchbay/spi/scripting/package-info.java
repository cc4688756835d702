/** JavaScript modules of a slice or plugin. */
@Export
@Version("1.0.0")
@NullMarked
package org.patchbay.spi.scripting;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
