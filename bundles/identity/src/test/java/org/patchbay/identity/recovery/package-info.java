@NullMarked
package org.patchbay.identity.recovery;

import org.jspecify.annotations.NullMarked;
