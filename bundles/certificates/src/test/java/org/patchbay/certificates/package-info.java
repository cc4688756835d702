@NullMarked
package org.patchbay.certificates;

import org.jspecify.annotations.NullMarked;
