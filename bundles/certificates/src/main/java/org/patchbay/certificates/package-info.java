/** TLS certificates: one for each host by SNI, kept sealed, served by a keystore that the web server reads anew. */
@NullMarked
package org.patchbay.certificates;

import org.jspecify.annotations.NullMarked;
