/** Small durable values of plugins and scripts. */
@NullMarked
package org.patchbay.kv;

import org.jspecify.annotations.NullMarked;
