/** Live shared state: maps with expiry, topics, one-at-a-time tasks and owners. */
@Export
@Version("1.0.0")
@NullMarked
package org.patchbay.api.cluster;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
