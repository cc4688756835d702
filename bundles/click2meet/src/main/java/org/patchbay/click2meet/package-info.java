/** Click2Meet: a person's own link, where visitors ring and wait until the person answers. */
@NullMarked
package org.patchbay.click2meet;

import org.jspecify.annotations.NullMarked;
