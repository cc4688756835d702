/** The jars in the deploy folder and what became of them. */
@NullMarked
package org.patchbay.plugins.jars;

import org.jspecify.annotations.NullMarked;
