/** Calls that were, in the database. */
@NullMarked
package org.patchbay.calls.store;

import org.jspecify.annotations.NullMarked;
