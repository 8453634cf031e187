package org.innsyn.dsr.connector.dav;

import java.net.URI;
import java.net.URISyntaxException;
import org.innsyn.dsr.connector.link.AnswerRefused;

/** Where what a server refers to is. */
final class References {

    private References() {}

    /** Where a reference leads; some servers write paths as they are instead of as addresses. */
    static URI at(URI from, String href) throws AnswerRefused {
        URI place = from.resolve(read(href));
        if (place.getPath() == null) {
            throw new AnswerRefused("it refers to an address that is none");
        }
        return place;
    }

    private static URI read(String href) throws AnswerRefused {
        try {
            return new URI(href);
        } catch (URISyntaxException unescaped) {
            try {
                return new URI(null, null, href, null);
            } catch (URISyntaxException e) {
                throw new AnswerRefused("it refers to an address that is none");
            }
        }
    }

    /** The same place, as one that holds others. */
    static URI folder(URI uri) {
        return uri.getPath().endsWith("/") ? uri : uri.resolve(uri.getRawPath() + "/");
    }

    /** Whether an item is in a folder and not, by whatever way, beside it. */
    static boolean lies(URI item, URI folder) {
        String path = item.getPath();
        return path.startsWith(folder.getPath()) && !path.contains("/../") && !path.endsWith("/..");
    }

    /** The last name in a path. */
    static String lastPart(URI uri) {
        String path = uri.getPath().replaceAll("/+$", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
