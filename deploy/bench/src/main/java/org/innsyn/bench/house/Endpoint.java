package org.innsyn.bench.house;

import java.net.URI;
import java.util.List;

/** Something that takes batches of reported accesses over HTTP. */
public interface Endpoint {

    String name();

    /** Where batches are posted. */
    URI reports();

    /** What goes into the Authorization header after {@code Bearer}; good for these sources. */
    String token(List<String> sources);

    /** The content type of a batch. */
    String mediaType();
}
