/** Tests. */
@NullMarked
package org.patchbay.provisioning.template;

import org.jspecify.annotations.NullMarked;
