/**
 * What an administrator of telephones sets up: extensions and devices, groups, queues, menus, conference rooms, numbers,
 * trunks and rules. Call control and signalling read it from memory.
 */
@NullMarked
package org.patchbay.extensions;

import org.jspecify.annotations.NullMarked;
