/** What all slices keep about a person: given away on request, and erased. */
@NullMarked
package org.patchbay.identity.privacy;

import org.jspecify.annotations.NullMarked;
