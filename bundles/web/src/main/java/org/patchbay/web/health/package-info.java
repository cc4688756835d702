/** Whether the server works. */
@NullMarked
package org.patchbay.web.health;

import org.jspecify.annotations.NullMarked;
