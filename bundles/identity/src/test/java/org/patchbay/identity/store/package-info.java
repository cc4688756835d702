@NullMarked
package org.patchbay.identity.store;

import org.jspecify.annotations.NullMarked;
