/** What plugins add to meetings. */
@Export
@Version("1.2.0")
@NullMarked
package org.patchbay.spi.meetings;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
