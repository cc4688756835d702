/**
 * What an administrator of telephones sets up, as call control reads it on each call: extensions and their devices, groups,
 * queues, menus, conference rooms, numbers from outside, lines to the telephone network, and the rules for numbers. A
 * thing's id is unique in its portal, whatever kind it is of; an internal number too.
 */
@Export
@Version("2.1.0")
@NullMarked
package org.patchbay.api.extensions;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
