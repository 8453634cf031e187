package org.innsyn.verifier.entry;

import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.innsyn.verifier.encoding.Json;
import org.innsyn.verifier.encoding.Malformed;
import org.innsyn.verifier.encoding.StrictBase64;
import org.innsyn.verifier.encoding.Utf8;

/** Fields in words: what a name means, and what a value's bytes say. */
public final class FieldWords {

    /** In the order people ask: when, who, what, why; then how it was judged and where it is kept. */
    private static final List<Map.Entry<String, String>> IN_READING_ORDER = List.of(
            Map.entry("occurredAt", "When"),
            Map.entry("actor", "Who"),
            Map.entry("actorKind", "Person or machine"),
            Map.entry("role", "Role"),
            Map.entry("unit", "Unit"),
            Map.entry("operation", "What was done"),
            Map.entry("object", "Which data"),
            Map.entry("categories", "Kinds of data"),
            Map.entry("fields", "Which fields"),
            Map.entry("recordReference", "Which record"),
            Map.entry("purpose", "Why"),
            Map.entry("legalBasis", "Legal basis"),
            Map.entry("justification", "Justification"),
            Map.entry("caseReference", "For the case"),
            Map.entry("recipient", "Passed on to"),
            Map.entry("clientAddress", "From the address"),
            Map.entry("identifiers", "Whose data, as reported"),
            Map.entry("verdict", "Allowed by the rules"),
            Map.entry("policyVersion", "Rules in force"),
            Map.entry("source", "Reported by"),
            Map.entry("sequence", "Sequence at the source"),
            Map.entry("bulk", "Part of a larger reading"),
            Map.entry("held", "Held for review"),
            Map.entry("recordedAt", "Recorded"),
            Map.entry("entry", "Entry"),
            Map.entry("ledger", "Log of the person"),
            Map.entry("number", "Number in that log"),
            Map.entry("previous", "Entry before it"),
            Map.entry("slot", "Place of that log in the trees of heads"));

    private static final Map<String, String> LABELS =
            IN_READING_ORDER.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final List<String> NAMES = IN_READING_ORDER.stream().map(Map.Entry::getKey).toList();

    /** The order in which fields are read; those this program does not know come last. */
    public static final Comparator<Field> READING_ORDER = Comparator.comparingInt(FieldWords::place).thenComparing(Field::name);

    private static int place(Field field) {
        int place = NAMES.indexOf(field.name());
        return place < 0 ? NAMES.size() : place;
    }

    private FieldWords() {}

    /** What a field is about; its own name when this program does not know it. */
    public static String label(String name) {
        return LABELS.getOrDefault(name, printable(name));
    }

    /** What a shown field says; nothing when it is empty. */
    public static String value(Field.Open field) {
        byte[] value = field.value();
        return switch (field.name()) {
            case "ledger" -> value.length == 2 * Long.BYTES ? id(ByteBuffer.wrap(value)) : words(value);
            case "number", "slot" -> value.length == Long.BYTES ? Long.toUnsignedString(ByteBuffer.wrap(value).getLong()) : words(value);
            case "previous" -> previous(value);
            default -> words(value);
        };
    }

    private static String id(ByteBuffer value) {
        return new UUID(value.getLong(), value.getLong()).toString();
    }

    private static String previous(byte[] value) {
        for (byte each : value) {
            if (each != 0) {
                return StrictBase64.encode(value);
            }
        }
        return "none, this is the first";
    }

    private static String words(byte[] value) {
        String text;
        try {
            text = Utf8.decode("the value", value);
        } catch (Malformed notText) {
            return HexFormat.of().formatHex(value);
        }
        try {
            return printable(words(Json.parse(text)));
        } catch (Malformed plain) {
            return printable(text);
        }
    }

    private static String words(Json value) {
        return switch (value) {
            case Json.Text text -> text.value();
            case Json.Items items -> items.items().stream().map(FieldWords::words).collect(Collectors.joining(", "));
            case Json.Truth truth -> truth.value() ? "yes" : "no";
            case Json.Nothing nothing -> "";
            case Json.Number number -> number.written();
            case Json.Members object -> object.members().entrySet().stream()
                    .map(member -> member.getKey() + " " + words(member.getValue()))
                    .collect(Collectors.joining(", "));
        };
    }

    /** Text that stays text on a terminal: what would steer it, or turn the writing around, is shown as its code. */
    public static String printable(String text) {
        return text.codePoints()
                .mapToObj(c -> steers(c) ? "<U+%04X>".formatted(c) : Character.toString(c))
                .collect(Collectors.joining());
    }

    private static boolean steers(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
