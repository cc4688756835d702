/** What phones may watch: whether an extension talks (RFC 4235), and whether somebody is there (RFC 3863). */
@NullMarked
package org.patchbay.calls.watch;

import org.jspecify.annotations.NullMarked;
