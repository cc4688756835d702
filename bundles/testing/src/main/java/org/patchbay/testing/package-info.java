/** How long tests wait, and where they listen. */
@NullMarked
package org.patchbay.testing;

import org.jspecify.annotations.NullMarked;
