/** Keeps who changed what, and proves that nobody has changed that. */
@NullMarked
package org.patchbay.audit;

import org.jspecify.annotations.NullMarked;
