@NullMarked
package org.patchbay.tenancy.store;

import org.jspecify.annotations.NullMarked;
