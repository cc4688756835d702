/** Templates of the files that phones fetch. */
@NullMarked
package org.patchbay.provisioning.template;

import org.jspecify.annotations.NullMarked;
