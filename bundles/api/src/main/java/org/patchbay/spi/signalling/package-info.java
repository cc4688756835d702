/**
 * What signalling asks others: whose account or trunk a request belongs to, what becomes of a call, a message or a
 * subscription. Every service here may come and go; while one is away, requests that need it get 503.
 */
@Export
@Version("1.2.0")
@NullMarked
package org.patchbay.spi.signalling;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
