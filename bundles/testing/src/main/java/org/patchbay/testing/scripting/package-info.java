/** What {@code spi.scripting} promises. */
@NullMarked
package org.patchbay.testing.scripting;

import org.jspecify.annotations.NullMarked;
