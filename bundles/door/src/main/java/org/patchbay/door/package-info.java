/** What happens at the HTTP ports before a slice sees anything of a request. */
@NullMarked
package org.patchbay.door;

import org.jspecify.annotations.NullMarked;
