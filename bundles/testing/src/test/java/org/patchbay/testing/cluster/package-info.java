/** Nodes in one process, and what every cluster promises. */
@NullMarked
package org.patchbay.testing.cluster;

import org.jspecify.annotations.NullMarked;
