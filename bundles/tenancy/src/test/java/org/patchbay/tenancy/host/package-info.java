@NullMarked
package org.patchbay.tenancy.host;

import org.jspecify.annotations.NullMarked;
