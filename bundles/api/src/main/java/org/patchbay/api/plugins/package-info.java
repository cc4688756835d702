/** Installed plugins and their settings per portal. */
@Export
@Version("1.0.0")
@NullMarked
package org.patchbay.api.plugins;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
