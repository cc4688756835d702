/** Portals, the tenants of the server: what they are called, where they answer, and what happens when one goes. */
@NullMarked
package org.patchbay.tenancy;

import org.jspecify.annotations.NullMarked;
