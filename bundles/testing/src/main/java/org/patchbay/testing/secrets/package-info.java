/** What {@code api.secrets} promises, and a fake. */
@NullMarked
package org.patchbay.testing.secrets;

import org.jspecify.annotations.NullMarked;
