/** The chains of entries. */
@NullMarked
package org.patchbay.audit.store;

import org.jspecify.annotations.NullMarked;
