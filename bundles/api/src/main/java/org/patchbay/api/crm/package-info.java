/** Looking people up in the portal's CRM and journaling calls and meetings there. */
@Export
@Version("1.0.0")
@NullMarked
package org.patchbay.api.crm;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
