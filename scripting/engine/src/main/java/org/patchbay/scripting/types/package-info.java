/** The typed script API as TypeScript. */
@NullMarked
package org.patchbay.scripting.types;

import org.jspecify.annotations.NullMarked;
