@NullMarked
package org.patchbay.identity.factor;

import org.jspecify.annotations.NullMarked;
