package org.patchbay.testing.media;

/** The videobridge refuses a request. */
final class ColibriRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    ColibriRefusal(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }

    /** In the words of a request that is not understood. */
    static ColibriRefusal unparsed(String message) {
        return new ColibriRefusal(400, "Failed to parse ConferenceModify JSON:" + message);
    }

    static ColibriRefusal refused(String message) {
        return new ColibriRefusal(400, "Failed to create conference: " + message);
    }

    /** The page that comes with it. */
    String page(String uri) {
        String text = status + " " + String.valueOf(getMessage());
        return "<html>\n<head>\n<title>Error " + text + "</title>\n</head>\n<body>\n<h2>HTTP ERROR " + text
                + "</h2>\n<table>\n<tr><th>URI:</th><td>" + uri + "</td></tr>\n</table>\n</body>\n</html>\n";
    }
}
