/** A slice with one table. */
@NullMarked
package org.patchbay.store.left;

import org.jspecify.annotations.NullMarked;
