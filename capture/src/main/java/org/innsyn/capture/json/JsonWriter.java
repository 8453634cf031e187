package org.innsyn.capture.json;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes one JSON object on one line. What is null is left out. */
public final class JsonWriter {

    private final StringBuilder text = new StringBuilder();

    /** The UTF-8 bytes of an object with those members. */
    public static byte[] object(Consumer<JsonWriter> members) {
        return member(members).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static StringBuilder member(Consumer<JsonWriter> members) {
        var writer = new JsonWriter();
        writer.text.append('{');
        members.accept(writer);
        return writer.text.append('}');
    }

    public JsonWriter put(String name, @Nullable String value) {
        return value == null ? this : raw(name, quoted(value));
    }

    public JsonWriter put(String name, long value) {
        return raw(name, String.valueOf(value));
    }

    /** An empty list is left out too. */
    public JsonWriter put(String name, List<String> values) {
        return values.isEmpty() ? this : raw(name, values.stream().map(JsonWriter::quoted).toList().toString());
    }

    public JsonWriter put(String name, Consumer<JsonWriter> members) {
        return raw(name, member(members));
    }

    /** @param json valid JSON */
    public JsonWriter raw(String name, CharSequence json) {
        if (text.length() > 1) {
            text.append(',');
        }
        text.append('"').append(name).append("\":").append(json);
        return this;
    }

    private static String quoted(String value) {
        var quoted = new StringBuilder(value.length() + 2).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
