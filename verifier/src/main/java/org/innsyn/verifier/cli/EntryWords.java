package org.innsyn.verifier.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.innsyn.verifier.encoding.Json;
import org.innsyn.verifier.encoding.StrictBase64;
import org.innsyn.verifier.entry.Field;
import org.innsyn.verifier.entry.FieldWords;
import org.innsyn.verifier.entry.ProvenEntry;
import org.innsyn.verifier.note.Cosignature;
import org.innsyn.verifier.note.Trust;

/** What is said about an entry that was proved. */
final class EntryWords {

    private static final int LABEL_WIDTH = 25;

    private final ProvenEntry proven;
    private final Trust trust;

    EntryWords(ProvenEntry proven, Trust trust) {
        this.proven = proven;
        this.trust = trust;
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(trust.isBorrowed()
                ? "This entry stands in the log that is signed with the key in this file, exactly as it says here:"
                : "This entry stands in the signed log, exactly as it says here:");
        lines.add("");
        shown().filter(field -> field.value().length > 0)
                .forEach(field -> lines.add("  %%-%ds %%s".formatted(LABEL_WIDTH).formatted(FieldWords.label(field.name()), FieldWords.value(field))));
        list("  Not recorded: ", shown().filter(field -> field.value().length == 0), lines);
        list("  Hidden from this reader: ", fields().stream().filter(Field.Hidden.class::isInstance), lines);
        lines.add("");
        lines.addAll(place());
        return lines;
    }

    private static void list(String begin, Stream<? extends Field> fields, List<String> lines) {
        String names = fields.map(field -> FieldWords.label(field.name())).collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            lines.add(begin + names);
        }
    }

    /** Where in the log, and how that is known. */
    List<String> place() {
        var proof = proven.entry().proof();
        var lines = new ArrayList<String>();
        lines.add("It is entry %,d of %,d (index %d).".formatted(proof.inclusion().index() + 1, proof.checkpoint().size(), proof.inclusion().index()));
        lines.add(KeyWords.signature(proof.checkpoint(), proven.key()));
        lines.add(KeyWords.trust(trust, "file"));
        lines.addAll(KeyWords.witnesses(trust, cosignatures()));
        if (proven.namesAnotherKey()) {
            lines.add("The file names another key, which was not used.");
        }
        return lines;
    }

    Map<String, Json> details() {
        var proof = proven.entry().proof();
        var details = new LinkedHashMap<String, Json>();
        details.put("index", KeyWords.number(proof.inclusion().index()));
        details.putAll(signature());
        details.put("leafData", new Json.Text(proven.leafData().toString()));
        var open = new LinkedHashMap<String, Json>();
        shown().forEach(field -> open.put(field.name(), new Json.Text(StrictBase64.encode(field.value()))));
        details.put("shown", new Json.Members(open));
        details.put("hidden", new Json.Items(fields().stream()
                .filter(Field.Hidden.class::isInstance)
                .<Json>map(field -> new Json.Text(field.name()))
                .toList()));
        return details;
    }

    /** The checkpoint, the key and the witnesses, for programs. */
    Map<String, Json> signature() {
        var details = KeyWords.details(proven.entry().proof().checkpoint(), proven.key(), trust);
        details.put("witnesses", KeyWords.witnesses(cosignatures()));
        return details;
    }

    private List<Cosignature> cosignatures() {
        return trust.witnesses().of(proven.entry().proof().note());
    }

    private Stream<Field.Open> shown() {
        return fields().stream().filter(Field.Open.class::isInstance).map(Field.Open.class::cast);
    }

    private List<Field> fields() {
        return proven.entry().fields().stream().sorted(FieldWords.READING_ORDER).toList();
    }
}
