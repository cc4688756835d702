@NullMarked
package org.patchbay.door;

import org.jspecify.annotations.NullMarked;
