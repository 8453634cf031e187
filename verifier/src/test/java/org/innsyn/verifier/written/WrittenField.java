package org.innsyn.verifier.written;

/** A field of a proof file, in base64; either the digest or salt and value are null. */
public record WrittenField(String name, String digest, String salt, String value) {

    String json() {
        return digest != null
                ? "{\"name\": \"%s\", \"digest\": \"%s\"}".formatted(name, digest)
                : "{\"name\": \"%s\", \"salt\": \"%s\", \"value\": \"%s\"}".formatted(name, salt, value);
    }
}
