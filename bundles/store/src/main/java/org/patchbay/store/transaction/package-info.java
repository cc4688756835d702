/** Units of work: a JTA transaction, one connection, and the entity managers that take part. */
@NullMarked
package org.patchbay.store.transaction;

import org.jspecify.annotations.NullMarked;
