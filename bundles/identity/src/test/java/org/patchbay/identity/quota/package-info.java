@NullMarked
package org.patchbay.identity.quota;

import org.jspecify.annotations.NullMarked;
