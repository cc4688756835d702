/** Tests. */
@NullMarked
package org.patchbay.provisioning;

import org.jspecify.annotations.NullMarked;
