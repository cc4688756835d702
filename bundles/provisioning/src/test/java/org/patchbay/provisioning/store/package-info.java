/** Tests. */
@NullMarked
package org.patchbay.provisioning.store;

import org.jspecify.annotations.NullMarked;
