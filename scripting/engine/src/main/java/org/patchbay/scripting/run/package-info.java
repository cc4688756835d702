/** Running scripts: what each has heard, what it is doing, and when it has had enough. */
@NullMarked
package org.patchbay.scripting.run;

import org.jspecify.annotations.NullMarked;
