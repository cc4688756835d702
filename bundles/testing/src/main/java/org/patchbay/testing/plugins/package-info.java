/** What {@code spi.plugins} and {@code api.plugins} promise, and fakes. */
@NullMarked
package org.patchbay.testing.plugins;

import org.jspecify.annotations.NullMarked;
