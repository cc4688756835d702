/** Portals in a map, and what they do as well as the real ones. */
@NullMarked
package org.patchbay.testing.tenancy;

import org.jspecify.annotations.NullMarked;
