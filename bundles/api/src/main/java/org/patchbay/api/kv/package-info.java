/** Small durable values of plugins and scripts. */
@Export
@Version("1.0.0")
@NullMarked
package org.patchbay.api.kv;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
