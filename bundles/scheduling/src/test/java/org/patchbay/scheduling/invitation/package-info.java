@NullMarked
package org.patchbay.scheduling.invitation;

import org.jspecify.annotations.NullMarked;
