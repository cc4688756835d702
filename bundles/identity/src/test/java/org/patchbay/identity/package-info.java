@NullMarked
package org.patchbay.identity;

import org.jspecify.annotations.NullMarked;
