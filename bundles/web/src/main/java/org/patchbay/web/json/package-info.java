/** The JSON of the wire: strict when read, lean when written. */
@NullMarked
package org.patchbay.web.json;

import org.jspecify.annotations.NullMarked;
