/** Tests. */
@NullMarked
package org.patchbay.provisioning.phone;

import org.jspecify.annotations.NullMarked;
