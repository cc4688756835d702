/** The console's files. */
@NullMarked
package org.patchbay.web.files;

import org.jspecify.annotations.NullMarked;
