@NullMarked
package org.patchbay.events.personal;

import org.jspecify.annotations.NullMarked;
