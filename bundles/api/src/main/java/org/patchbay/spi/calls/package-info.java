/** What a caller can reach besides people: voicemail, the dial-in of meetings. */
@Export
@Version("1.1.0")
@NullMarked
package org.patchbay.spi.calls;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
