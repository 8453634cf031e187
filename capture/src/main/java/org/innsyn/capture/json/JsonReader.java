package org.innsyn.capture.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON into maps, lists, strings, doubles and booleans; what it cannot read is told without repeating any of it. */
public final class JsonReader {

    private static final int DEEPEST = 32;
    private static final String ESCAPES = "\"\\/bfnrt";
    private static final String ESCAPED = "\"\\/\b\f\n\r\t";

    private final String text;
    private int at;
    private int depth;

    private JsonReader(String text) {
        this.text = text;
    }

    /**
     * The value the text holds.
     *
     * @throws IOException when it is no JSON
     */
    public static @Nullable Object read(String text) throws IOException {
        var reader = new JsonReader(text);
        var value = reader.value();
        reader.space();
        if (reader.at != text.length()) {
            throw reader.wrong();
        }
        return value;
    }

    private @Nullable Object value() throws IOException {
        space();
        return switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object() throws IOException {
        enter();
        var members = new LinkedHashMap<String, @Nullable Object>();
        if (!skip('}')) {
            do {
                space();
                var name = string();
                expect(':');
                members.put(name, value());
            } while (skip(','));
            expect('}');
        }
        depth--;
        return members;
    }

    private List<@Nullable Object> array() throws IOException {
        enter();
        var items = new ArrayList<@Nullable Object>();
        if (!skip(']')) {
            do {
                items.add(value());
            } while (skip(','));
            expect(']');
        }
        depth--;
        return items;
    }

    private void enter() throws IOException {
        at++;
        if (++depth > DEEPEST) {
            throw wrong();
        }
    }

    private String string() throws IOException {
        if (peek() != '"') {
            throw wrong();
        }
        at++;
        var value = new StringBuilder();
        for (char c = peek(); c != '"'; c = peek()) {
            at++;
            value.append(c == '\\' ? escaped() : c);
        }
        at++;
        return value.toString();
    }

    private char escaped() throws IOException {
        char c = peek();
        at++;
        if (c == 'u' && at + 4 <= text.length() && text.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
            at += 4;
            return (char) Integer.parseInt(text.substring(at - 4, at), 16);
        }
        int known = ESCAPES.indexOf(c);
        if (known < 0) {
            throw wrong();
        }
        return ESCAPED.charAt(known);
    }

    private Double number() throws IOException {
        int begin = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        try {
            return Double.valueOf(text.substring(begin, at));
        } catch (NumberFormatException e) {
            throw wrong();
        }
    }

    private @Nullable Object word(String word, @Nullable Object value) throws IOException {
        if (!text.startsWith(word, at)) {
            throw wrong();
        }
        at += word.length();
        return value;
    }

    private boolean skip(char expected) throws IOException {
        space();
        boolean there = peek() == expected;
        at += there ? 1 : 0;
        return there;
    }

    private void expect(char expected) throws IOException {
        if (!skip(expected)) {
            throw wrong();
        }
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() throws IOException {
        if (at >= text.length()) {
            throw wrong();
        }
        return text.charAt(at);
    }

    private IOException wrong() {
        return new IOException("the answer is no JSON at character " + (at + 1));
    }
}
