@NullMarked
package org.patchbay.tenancy;

import org.jspecify.annotations.NullMarked;
