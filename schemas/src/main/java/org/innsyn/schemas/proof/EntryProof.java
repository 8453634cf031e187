package org.innsyn.schemas.proof;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Proves that an entry stands in the log, showing some of its fields and hiding others. The format is described in
 * {@code docs/proof-format.md}.
 *
 * @param format {@value #FORMAT}
 * @param fields every field the entry commits to, in the order of their names' bytes
 * @param proof the way to a signed checkpoint, as a C2SP tlog-proof
 * @param key the log's verifier key, as published when the proof was made
 */
public record EntryProof(String format, List<Field> fields, String proof, String key) {

    public static final String FORMAT = "innsyn-entry-proof/1";
    /** How files that hold one end. */
    public static final String FILE_SUFFIX = ".innsyn-proof.json";

    /**
     * A field: hidden by its digest, or opened by salt and value (bytes are base64 in JSON).
     *
     * @param name its name
     * @param digest 32 bytes, only for a hidden field
     * @param salt 32 bytes, only for an opened one
     * @param value its bytes, only for an opened one; empty when the entry does not have the field
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Field(String name, byte @Nullable [] digest, byte @Nullable [] salt, byte @Nullable [] value) {}
}
