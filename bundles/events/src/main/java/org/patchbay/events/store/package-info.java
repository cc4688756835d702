/** The journal and how far each durable subscriber has come. */
@NullMarked
package org.patchbay.events.store;

import org.jspecify.annotations.NullMarked;
