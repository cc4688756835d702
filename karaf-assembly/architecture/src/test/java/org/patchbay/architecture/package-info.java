/** What the house style says and a machine can check. */
@NullMarked
package org.patchbay.architecture;

import org.jspecify.annotations.NullMarked;
