/** The scripts of the portals: kept with their versions, run in a worker JVM that is watched and may be killed. */
@NullMarked
package org.patchbay.scripting;

import org.jspecify.annotations.NullMarked;
