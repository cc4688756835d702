/** Plugins that are packed into jars by the tests; none of them is on a class path of the server. */
@NullMarked
package org.patchbay.itests.plugin;

import org.jspecify.annotations.NullMarked;
