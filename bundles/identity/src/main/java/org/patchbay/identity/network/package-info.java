/** The networks from which somebody may come. */
@NullMarked
package org.patchbay.identity.network;

import org.jspecify.annotations.NullMarked;
