/** The database of all slices: pool, migrations, persistence units, units of work. */
@NullMarked
package org.patchbay.store;

import org.jspecify.annotations.NullMarked;
