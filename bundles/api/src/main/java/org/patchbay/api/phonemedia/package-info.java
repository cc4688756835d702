/**
 * The sound of calls: ports that speak RTP with a phone, a browser or a trunk, and what may be done with them. Sound
 * stays in the server, so every port hides the one behind it (addresses, keys, codecs).
 */
@Export
@Version("1.2.0")
@NullMarked
package org.patchbay.api.phonemedia;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
