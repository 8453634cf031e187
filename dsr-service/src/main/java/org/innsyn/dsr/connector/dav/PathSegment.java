package org.innsyn.dsr.connector.dav;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.innsyn.dsr.connector.link.AnswerRefused;

/** Text as one segment of a path (RFC 3986 section 3.3): it can name no other place than the one below. */
final class PathSegment {

    private PathSegment() {}

    static String of(String text) throws AnswerRefused {
        if (text.equals(".") || text.equals("..")) {
            throw new AnswerRefused("the account is not the name of a principal");
        }
        var segment = new StringBuilder();
        for (byte b : text.getBytes(UTF_8)) {
            char c = (char) (b & 0xff);
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._~".indexOf(c) >= 0) {
                segment.append(c);
            } else {
                segment.append("%%%02X".formatted((int) c));
            }
        }
        return segment.toString();
    }
}
