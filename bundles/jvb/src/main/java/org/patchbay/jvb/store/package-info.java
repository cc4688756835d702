/** The videobridges that root set up, in the database. */
@NullMarked
package org.patchbay.jvb.store;

import org.jspecify.annotations.NullMarked;
