/** What {@code spi.crm} and {@code api.crm} promise, and stand-ins for other companies' servers. */
@NullMarked
package org.patchbay.testing.crm;

import org.jspecify.annotations.NullMarked;
