/** The logs of scripts. */
@NullMarked
package org.patchbay.scripting.log;

import org.jspecify.annotations.NullMarked;
