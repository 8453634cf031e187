package org.innsyn.verifier.encoding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.function.IntPredicate;

/** Reads JSON strictly: no comments, no duplicate members, no half characters, bounded depth. */
final class JsonReader {

    private static final int DEPTH = 32;

    private final String text;
    private int at;
    private int depth;

    JsonReader(String text) {
        this.text = text;
    }

    Json only() {
        Json value = value();
        space();
        if (at != text.length()) {
            throw wrong("something follows the end");
        }
        return value;
    }

    private Json value() {
        space();
        return switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> new Json.Text(string());
            case 't' -> word("true", new Json.Truth(true));
            case 'f' -> word("false", new Json.Truth(false));
            case 'n' -> word("null", new Json.Nothing());
            default -> number();
        };
    }

    private Json object() {
        enter();
        var members = new LinkedHashMap<String, Json>();
        if (!skip('}')) {
            do {
                space();
                String name = string();
                expect(':');
                if (members.put(name, value()) != null) {
                    throw wrong("an object has the same member twice");
                }
            } while (skip(','));
            expect('}');
        }
        depth--;
        return new Json.Members(members);
    }

    private Json array() {
        enter();
        var items = new ArrayList<Json>();
        if (!skip(']')) {
            do {
                items.add(value());
            } while (skip(','));
            expect(']');
        }
        depth--;
        return new Json.Items(items);
    }

    private void enter() {
        at++;
        if (++depth > DEPTH) {
            throw wrong("it nests too deep");
        }
    }

    private String string() {
        if (peek() != '"') {
            throw wrong("a string is expected");
        }
        at++;
        var value = new StringBuilder();
        while (peek() != '"') {
            char next = text.charAt(at++);
            if (next < ' ') {
                throw wrong("a string holds a control character");
            }
            value.append(next == '\\' ? escaped() : next);
        }
        at++;
        return whole(value.toString());
    }

    private char escaped() {
        char letter = peek();
        at++;
        return switch (letter) {
            case '"', '\\', '/' -> letter;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unit();
            default -> throw wrong("a string has an unknown escape");
        };
    }

    private char unit() {
        int begin = at;
        run(c -> c < 128 && Character.digit(c, 16) >= 0 && at - begin < 4);
        if (at - begin != 4) {
            throw wrong("a string has an unknown escape");
        }
        return (char) Integer.parseInt(text.substring(begin, at), 16);
    }

    private String whole(String value) {
        if (value.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw wrong("a string holds half a character");
        }
        return value;
    }

    private Json number() {
        int begin = at;
        take("-");
        if (!take("0")) {
            digits();
        }
        if (take(".")) {
            digits();
        }
        if (take("e") || take("E")) {
            if (!take("+")) {
                take("-");
            }
            digits();
        }
        return new Json.Number(text.substring(begin, at));
    }

    private void digits() {
        int begin = at;
        run(c -> c >= '0' && c <= '9');
        if (at == begin) {
            throw wrong("a value is expected");
        }
    }

    private void run(IntPredicate accepted) {
        while (at < text.length() && accepted.test(text.charAt(at))) {
            at++;
        }
    }

    private Json word(String word, Json value) {
        if (!take(word)) {
            throw wrong("a value is expected");
        }
        return value;
    }

    private boolean take(String expected) {
        boolean there = text.startsWith(expected, at);
        at += there ? expected.length() : 0;
        return there;
    }

    private boolean skip(char expected) {
        space();
        return take(String.valueOf(expected));
    }

    private void expect(char expected) {
        if (!skip(expected)) {
            throw wrong("\"" + expected + "\" is expected");
        }
    }

    private void space() {
        run(c -> c == ' ' || c == '\t' || c == '\n' || c == '\r');
    }

    private char peek() {
        if (at >= text.length()) {
            throw wrong("it ends too early");
        }
        return text.charAt(at);
    }

    private Malformed wrong(String why) {
        return new Malformed("it is not JSON at character %d: %s".formatted(at + 1, why));
    }
}
