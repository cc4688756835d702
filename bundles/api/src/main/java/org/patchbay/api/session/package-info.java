/** What a page knows of its visitor: above portals and people, so that neither knows of it. */
@Export
@Version("1.0.0")
@NullMarked
package org.patchbay.api.session;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
