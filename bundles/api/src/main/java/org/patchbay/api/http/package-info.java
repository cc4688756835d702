/** Outbound HTTP, the only way out for slices, plugins and scripts. */
@Export
@Version("1.0.0")
@NullMarked
package org.patchbay.api.http;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
