/** Host names: which are allowed, which are root's, and which portal answers on one. */
@NullMarked
package org.patchbay.tenancy.host;

import org.jspecify.annotations.NullMarked;
