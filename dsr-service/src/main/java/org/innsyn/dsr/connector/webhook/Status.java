package org.innsyn.dsr.connector.webhook;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an order stands, as the system says.
 *
 * @param id the order's
 * @param status where it is
 * @param records how many records there are, or were removed; once it is completed
 * @param files names of the files of a collection, each with its folders in front
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Status(String id, State status, @Nullable Long records, @Nullable List<List<String>> files) {

    /** Where an order can be. */
    enum State {
        @JsonProperty("pending") PENDING,
        @JsonProperty("in-progress") IN_PROGRESS,
        @JsonProperty("completed") COMPLETED,
        @JsonProperty("refused") REFUSED
    }

    List<List<String>> fileNames() {
        return files == null ? List.of() : files;
    }
}
