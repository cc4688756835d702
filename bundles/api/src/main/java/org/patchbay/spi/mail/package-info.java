/** Mail templates of a slice. */
@Export
@Version("1.1.0")
@NullMarked
package org.patchbay.spi.mail;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
