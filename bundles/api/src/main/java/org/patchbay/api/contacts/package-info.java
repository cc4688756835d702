/** The address book of a portal: public contacts, and those of one person. */
@Export
@Version("1.0.0")
@NullMarked
package org.patchbay.api.contacts;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
