/** Persistence units of slices on the shared connection. */
@NullMarked
package org.patchbay.store.persistence;

import org.jspecify.annotations.NullMarked;
