/** The database: which one, its pool of connections, its transaction manager. */
@NullMarked
package org.patchbay.store.database;

import org.jspecify.annotations.NullMarked;
