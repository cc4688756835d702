/** Changes of plugins, told to open pages. */
@NullMarked
package org.patchbay.plugins.live;

import org.jspecify.annotations.NullMarked;
