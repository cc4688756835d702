@NullMarked
package org.patchbay.identity.status;

import org.jspecify.annotations.NullMarked;
