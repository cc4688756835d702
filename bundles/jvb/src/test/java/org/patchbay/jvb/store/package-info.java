@NullMarked
package org.patchbay.jvb.store;

import org.jspecify.annotations.NullMarked;
