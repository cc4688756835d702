/** REST resources, what they require of the caller, and the values they share with the web bundle. */
@Export
@Version("1.1.0")
@NullMarked
package org.patchbay.spi.web;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
