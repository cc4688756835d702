/** What {@code api.audit} promises, and a fake. */
@NullMarked
package org.patchbay.testing.audit;

import org.jspecify.annotations.NullMarked;
