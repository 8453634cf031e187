package org.innsyn.verifier.encoding;

import java.util.stream.Collectors;

/** Writes JSON on one line, everything outside ASCII escaped, so that no terminal can spoil it. */
public final class JsonText {

    private JsonText() {}

    /** The text of {@code value}. */
    public static String of(Json value) {
        return switch (value) {
            case Json.Members object -> object.members().entrySet().stream()
                    .map(member -> quoted(member.getKey()) + ":" + of(member.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
            case Json.Items array -> array.items().stream().map(JsonText::of).collect(Collectors.joining(",", "[", "]"));
            case Json.Text string -> quoted(string.value());
            case Json.Number number -> number.written();
            case Json.Truth truth -> String.valueOf(truth.value());
            case Json.Nothing nothing -> "null";
        };
    }

    private static String quoted(String value) {
        return value.chars().mapToObj(JsonText::escaped).collect(Collectors.joining("", "\"", "\""));
    }

    private static String escaped(int unit) {
        if (unit == '"' || unit == '\\') {
            return "\\" + (char) unit;
        }
        return unit < ' ' || unit > '~' ? "\\u%04x".formatted(unit) : String.valueOf((char) unit);
    }
}
