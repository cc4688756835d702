/** Live shared state of the nodes, here within one process: maps, topics, tasks and owners, all of them bounded. */
@NullMarked
package org.patchbay.cluster;

import org.jspecify.annotations.NullMarked;
