/** What every slice shares: ids, problems, paging. */
@Export
@Version("1.0.0")
@NullMarked
package org.patchbay.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
