/** The functions that scripts call. */
@NullMarked
package org.patchbay.scripting.module;

import org.jspecify.annotations.NullMarked;
