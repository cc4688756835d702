/** Delivery over SMTP. */
@NullMarked
package org.patchbay.mail.route;

import org.jspecify.annotations.NullMarked;
