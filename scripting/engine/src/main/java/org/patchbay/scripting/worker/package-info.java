/** The worker JVM: starting, watching and talking to it. */
@NullMarked
package org.patchbay.scripting.worker;

import org.jspecify.annotations.NullMarked;
