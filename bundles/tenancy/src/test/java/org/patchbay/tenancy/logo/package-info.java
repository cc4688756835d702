@NullMarked
package org.patchbay.tenancy.logo;

import org.jspecify.annotations.NullMarked;
