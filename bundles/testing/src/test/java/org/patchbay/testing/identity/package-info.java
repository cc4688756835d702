@NullMarked
package org.patchbay.testing.identity;

import org.jspecify.annotations.NullMarked;
