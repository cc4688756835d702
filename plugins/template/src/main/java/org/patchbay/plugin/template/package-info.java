/** A plugin to start from. */
@NullMarked
package org.patchbay.plugin.template;

import org.jspecify.annotations.NullMarked;
