@NullMarked
package org.patchbay.scheduling;

import org.jspecify.annotations.NullMarked;
