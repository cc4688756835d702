/** Planned meetings in the database. */
@NullMarked
package org.patchbay.scheduling.store;

import org.jspecify.annotations.NullMarked;
