@NullMarked
package org.patchbay.blueprint;

import org.jspecify.annotations.NullMarked;
