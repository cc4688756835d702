/** Planned meetings for scripts. */
@NullMarked
package org.patchbay.scheduling.script;

import org.jspecify.annotations.NullMarked;
