/** Entries in the database. */
@NullMarked
package org.patchbay.kv.store;

import org.jspecify.annotations.NullMarked;
