/** Scripts in the database. */
@NullMarked
package org.patchbay.scripting.store;

import org.jspecify.annotations.NullMarked;
