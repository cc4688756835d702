/** Portals: the tenants of the server. */
@Export
@Version("1.0.0")
@NullMarked
package org.patchbay.api.tenancy;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
