/** Callers, access and sessions for tests of other slices. */
@NullMarked
package org.patchbay.testing.identity;

import org.jspecify.annotations.NullMarked;
