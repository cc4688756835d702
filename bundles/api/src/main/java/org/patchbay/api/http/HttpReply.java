package org.patchbay.api.http;

import java.util.List;
import java.util.Map;

/**
 * The reply to an outbound request.
 *
 * @param headers names in lower case
 * @param body at most 4 MiB, decoded by the reply's charset, UTF-8 if it names none
 */
public record HttpReply(int status, Map<String, List<String>> headers, String body) {}
