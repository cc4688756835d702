/** People, what they may do, and how they sign in. */
@NullMarked
package org.patchbay.identity;

import org.jspecify.annotations.NullMarked;
