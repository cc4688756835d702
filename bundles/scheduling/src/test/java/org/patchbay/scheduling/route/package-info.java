@NullMarked
package org.patchbay.scheduling.route;

import org.jspecify.annotations.NullMarked;
