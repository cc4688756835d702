/** Versioned migrations of each slice's tables, run by Flyway. */
@NullMarked
package org.patchbay.store.migration;

import org.jspecify.annotations.NullMarked;
