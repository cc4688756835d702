/** Outbound HTTP and where else one may connect to, the only ways out for slices, plugins and scripts. */
@Export
@Version("1.2.0")
@NullMarked
package org.patchbay.api.http;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
