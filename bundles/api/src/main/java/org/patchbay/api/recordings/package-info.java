/** Recordings of meetings: what was kept, who agreed to it, who played it and who has a link. */
@Export
@Version("1.0.0")
@NullMarked
package org.patchbay.api.recordings;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
