@NullMarked
package org.patchbay.jvb;

import org.jspecify.annotations.NullMarked;
