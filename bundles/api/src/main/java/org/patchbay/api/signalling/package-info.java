/**
 * Call legs: one is a dialog (RFC 3261, section 12) between this server and a phone, a browser or a trunk. Who
 * controls calls makes and ends legs here; what is heard of them comes to a listener. Session descriptions (RFC 8866) go
 * through as they are: phone media writes and reads them.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.patchbay.api.signalling;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
