/**
 * Bridges that carry the media of conferences. The contract is one for every bridge, so one offer builder serves all:
 *
 * <ul>
 *   <li><b>Offer.</b> The platform always makes the SDP offer, the client answers with {@code a=setup:active}. Payload
 *       types, header extension ids and mids are fixed: {@link org.patchbay.spi.media.PayloadType}, {@link
 *       org.patchbay.spi.media.HeaderExtension}, {@link org.patchbay.spi.media.Mids}. Transport (ufrag, pwd,
 *       fingerprint, candidates) is what {@link org.patchbay.spi.media.MediaBridge#addEndpoint addEndpoint} answers.
 *   <li><b>Sending.</b> A client sends on the mids {@code 0} (microphone), {@code 1} (camera), {@code 2} (screen)
 *       and {@code 3} (its sound); all four are in the first offer, so starting to share needs no new one. Its SSRCs are told with {@link
 *       org.patchbay.spi.media.MediaBridge#setSources setSources}, always the full set; packets of an SSRC that was not
 *       told are dropped.
 *   <li><b>Receiving.</b> A client receives on a fixed pool of mids {@code a0…} and {@code v0…}, offered {@code
 *       sendonly} and without {@code a=ssrc}. The bridge puts sources on mids, stamps the MID header extension (RFC
 *       9143) on every packet and tells the whole map with {@link org.patchbay.spi.media.BridgeEvents#sourcesMapped
 *       sourcesMapped}. A join, a leave or a change of stage needs no new offer.
 *   <li><b>Rewriting.</b> Each receive mid of each receiver has one SSRC of its own for as long as the endpoint lives,
 *       and a video mid a second one for retransmissions. When a mid changes its source, sequence numbers, timestamps
 *       and picture ids go on where the former source stopped; a video source starts with a key frame that the
 *       bridge asks for.
 *   <li><b>Loss.</b> Retransmission ends at the bridge on both sides. Upstream the bridge sees gaps, sends NACK and
 *       unwraps RTX (RFC 4588) from the client. Downstream it answers the receiver's NACK from a bounded cache of
 *       packets, as RTX on the mid's retransmission SSRC with the codec's payload type for it and the MID stamped. PLI and FIR of
 *       receivers become PLI to the sender, at a bounded rate.
 *   <li><b>Simulcast.</b> A camera may be sent in several layers. Each receiver gets the one that fits what it wants to
 *       see and what its connection carries, switched at key frames, as the one stream of its mid. What nobody wants is
 *       told with {@link org.patchbay.spi.media.BridgeEvents#senderConstraints senderConstraints}.
 *   <li><b>Bandwidth.</b> The bridge sends transport-wide congestion control feedback to senders, stamps its own
 *       numbers on what it sends, and takes the receivers' feedback to find how much each connection carries. Sources
 *       that do not fit are taken off their mids. {@link org.patchbay.spi.media.UploadLimits} are kept by the bridge.
 *   <li><b>Taps.</b> A {@link org.patchbay.spi.media.MediaTap} hears what comes from the endpoints before it is rewritten, so that it
 *       can be written down. It counts as somebody who wants to see all cameras and screens.
 *   <li><b>Down.</b> A bridge that no longer works says so in its {@linkplain org.patchbay.spi.media.BridgeStats#state
 *       state} within two seconds, and may call {@link org.patchbay.spi.media.BridgeEvents#conferenceLost
 *       conferenceLost} for each of its conferences. Either way, and also when it goes away as a service, the platform
 *       takes its conferences to another bridge.
 * </ul>
 */
@Export
@Version("1.6.0")
@NullMarked
package org.patchbay.spi.media;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
