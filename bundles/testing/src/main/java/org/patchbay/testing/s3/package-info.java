/** A stand-in for S3-compatible stores. */
@NullMarked
package org.patchbay.testing.s3;

import org.jspecify.annotations.NullMarked;
