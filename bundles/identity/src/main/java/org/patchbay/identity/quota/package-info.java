/** How much storage people may take, and take. */
@NullMarked
package org.patchbay.identity.quota;

import org.jspecify.annotations.NullMarked;
