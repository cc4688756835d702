/** The Camel host: routes of bundles and plugins come and go as services. */
@NullMarked
package org.patchbay.routes;

import org.jspecify.annotations.NullMarked;
