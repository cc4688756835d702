@NullMarked
package org.patchbay.identity.privacy;

import org.jspecify.annotations.NullMarked;
