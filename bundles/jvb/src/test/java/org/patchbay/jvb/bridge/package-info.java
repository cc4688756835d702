@NullMarked
package org.patchbay.jvb.bridge;

import org.jspecify.annotations.NullMarked;
