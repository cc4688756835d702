/** The typed script API as it is committed. */
@NullMarked
package org.patchbay.scripting.js;

import org.jspecify.annotations.NullMarked;
