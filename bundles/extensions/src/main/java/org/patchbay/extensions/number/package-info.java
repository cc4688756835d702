/** Telephone numbers as countries write them. */
@NullMarked
package org.patchbay.extensions.number;

import org.jspecify.annotations.NullMarked;
