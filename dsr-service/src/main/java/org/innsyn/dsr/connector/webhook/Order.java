package org.innsyn.dsr.connector.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a system is asked for.
 *
 * @param id names the order; the same order always has the same id, however often it is sent
 * @param type what is to be done
 * @param account whose data it is about
 * @param corrections for rectifying: what which field has to say; null otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Order(String id, Type type, String account, @Nullable Map<String, String> corrections) {

    Order(String id, Type type, String account) {
        this(id, type, account, null);
    }


    /** What can be asked for. */
    enum Type {
        /** Count what there is; to be answered at once. */
        @JsonProperty("discover") DISCOVER,
        /** Make files of what there is. */
        @JsonProperty("collect") COLLECT,
        /** Remove what there is. */
        @JsonProperty("erase") ERASE,
        /** Have fields say something else. */
        @JsonProperty("rectify") RECTIFY
    }

    @Override
    public String toString() {
        return "Order[" + id + ", " + type + "]";
    }
}
