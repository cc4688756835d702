/** Plugins dropped in as jars: what they are doing, and what each portal has set for them. */
@NullMarked
package org.patchbay.plugins;

import org.jspecify.annotations.NullMarked;
