/** A strict stand-in of phone media, which tells what is heard. */
@NullMarked
package org.patchbay.testing.phonemedia;

import org.jspecify.annotations.NullMarked;
