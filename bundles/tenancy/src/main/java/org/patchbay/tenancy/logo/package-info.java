/** The logos of portals: taken in, made anew, kept and served. */
@NullMarked
package org.patchbay.tenancy.logo;

import org.jspecify.annotations.NullMarked;
