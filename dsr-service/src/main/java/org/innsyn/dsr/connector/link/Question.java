package org.innsyn.dsr.connector.link;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a system is asked over HTTP.
 *
 * @param method GET, PROPFIND and so on
 * @param uri where
 * @param headers beside those that every request has
 * @param body what is sent; empty for nothing
 */
public record Question(String method, URI uri, Map<String, String> headers, byte[] body) {

    private static final byte[] NOTHING = {};

    public static Question of(String method, URI uri) {
        return new Question(method, uri, Map.of(), NOTHING);
    }

    public Question with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Question(method, uri, more, body);
    }

    public Question body(byte[] content) {
        return new Question(method, uri, headers, content);
    }

    Question at(URI other) {
        return new Question(method, other, headers, body);
    }

    /** Headers may hold secrets, addresses names. */
    @Override
    public String toString() {
        return "Question[" + method + "]";
    }
}
