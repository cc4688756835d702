/** What {@code api.kv} promises, and a fake. */
@NullMarked
package org.patchbay.testing.kv;

import org.jspecify.annotations.NullMarked;
