/** Calls that go on and calls that were: seeing them, making them and saying where they go. */
@Export
@Version("1.3.0")
@NullMarked
package org.patchbay.api.calls;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
