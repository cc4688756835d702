/** The contract of live channels, and a sink that remembers. */
@NullMarked
package org.patchbay.testing.live;

import org.jspecify.annotations.NullMarked;
