/** A strict stand-in of signalling, whose phones a test plays. */
@NullMarked
package org.patchbay.testing.signalling;

import org.jspecify.annotations.NullMarked;
