/** What events say of people, sealed while it rests. */
@NullMarked
package org.patchbay.events.personal;

import org.jspecify.annotations.NullMarked;
