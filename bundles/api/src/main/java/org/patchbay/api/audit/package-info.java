/** Who changed what, when and from where. */
@Export
@Version("1.1.0")
@NullMarked
package org.patchbay.api.audit;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
