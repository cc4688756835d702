/** What slices do when a person's data is wanted, or goes; and directories that keep people's passwords. */
@Export
@Version("1.1.0")
@NullMarked
package org.patchbay.spi.identity;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
