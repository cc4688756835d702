/** Planning: who is invited, what may be chosen, who is told what. */
@NullMarked
package org.patchbay.scheduling.planning;

import org.jspecify.annotations.NullMarked;
