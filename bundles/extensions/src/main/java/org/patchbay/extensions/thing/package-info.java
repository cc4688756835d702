/** What kinds of things there are, and what is true of each. */
@NullMarked
package org.patchbay.extensions.thing;

import org.jspecify.annotations.NullMarked;
