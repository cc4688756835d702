/** Whether people may sign in today, wherever their today is. */
@NullMarked
package org.patchbay.identity.status;

import org.jspecify.annotations.NullMarked;
