/** Settings and known plugins in the database. */
@NullMarked
package org.patchbay.plugins.store;

import org.jspecify.annotations.NullMarked;
