/** What every media bridge must do, and what its tests need: a peer that speaks WebRTC, a network that loses. */
@NullMarked
package org.patchbay.testing.media;

import org.jspecify.annotations.NullMarked;
