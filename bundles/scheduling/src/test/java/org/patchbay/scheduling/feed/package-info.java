@NullMarked
package org.patchbay.scheduling.feed;

import org.jspecify.annotations.NullMarked;
