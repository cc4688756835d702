/** A portal as a file: written down, compared with the portal, and applied. */
@NullMarked
package org.patchbay.blueprint;

import org.jspecify.annotations.NullMarked;
