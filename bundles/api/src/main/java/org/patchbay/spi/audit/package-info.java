/** What the audit asks of those whose things it records. */
@Export
@Version("1.0.0")
@NullMarked
package org.patchbay.spi.audit;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
