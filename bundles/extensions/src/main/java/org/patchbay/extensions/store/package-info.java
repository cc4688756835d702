/** Everything that is set up, in the database. */
@NullMarked
package org.patchbay.extensions.store;

import org.jspecify.annotations.NullMarked;
