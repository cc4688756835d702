/** A slice with one table. */
@NullMarked
package org.patchbay.store.right;

import org.jspecify.annotations.NullMarked;
