@NullMarked
package org.patchbay.testing.tenancy;

import org.jspecify.annotations.NullMarked;
