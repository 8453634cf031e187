package org.innsyn.verifier.entry;

import static org.innsyn.verifier.written.Bytes.base64;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.innsyn.verifier.written.WrittenField;
import org.innsyn.verifier.written.WrittenProof;

/** Every way to change a proof that we could think of, each tried on every place it applies to. */
public final class Mutations {

    private final WrittenProof genuine;
    private final Random random;
    private BiConsumer<String, String> forged;

    public Mutations(WrittenProof genuine, Random random) {
        this.genuine = genuine;
        this.random = random;
    }

    /** Hands over the kind of each mutation and the forged file. */
    public void each(BiConsumer<String, String> forged) {
        this.forged = forged;
        fieldValues();
        fieldLists();
        proofLines();
        checkpointLines();
        whole();
    }

    private void fieldValues() {
        for (int i = 0; i < genuine.fields().size(); i++) {
            WrittenField field = genuine.fields().get(i);
            for (String name : names(field.name())) {
                replace("field name, one byte", i, new WrittenField(name, field.digest(), field.salt(), field.value()));
            }
            if (field.digest() != null) {
                for (String digest : flips(field.digest())) {
                    replace("field digest, one byte", i, new WrittenField(field.name(), digest, null, null));
                }
                continue;
            }
            for (String salt : flips(field.salt())) {
                replace("field salt, one byte", i, new WrittenField(field.name(), null, salt, field.value()));
            }
            for (String value : flips(field.value())) {
                replace("field value, one byte", i, new WrittenField(field.name(), null, field.salt(), value));
            }
            byte[] value = Base64.getDecoder().decode(field.value());
            replace("field value, one byte more", i, new WrittenField(field.name(), null, field.salt(), base64(Arrays.copyOf(value, value.length + 1))));
            if (value.length > 0) {
                replace("field value, one byte less", i, new WrittenField(field.name(), null, field.salt(), base64(Arrays.copyOf(value, value.length - 1))));
                replace("field value, emptied", i, new WrittenField(field.name(), null, field.salt(), ""));
                shift(i, field, value);
            }
            if (field.value().endsWith("=")) {
                replace("base64 in another spelling", i, new WrittenField(field.name(), null, field.salt(), field.value().replace("=", "")));
                replace("base64 in another spelling", i, new WrittenField(field.name(), null, field.salt(), otherSpelling(field.value())));
            }
        }
    }

    /** Salt and value hash to the same digest when a byte moves from one to the other: only their lengths tell. */
    private void shift(int i, WrittenField field, byte[] value) {
        byte[] salt = Base64.getDecoder().decode(field.salt());
        byte[] longer = Arrays.copyOf(salt, salt.length + 1);
        longer[salt.length] = value[0];
        replace("byte moved from value to salt", i, new WrittenField(field.name(), null, base64(longer), base64(Arrays.copyOfRange(value, 1, value.length))));
    }

    private void fieldLists() {
        int size = genuine.fields().size();
        for (int i = 0; i < size; i++) {
            int at = i;
            fields("field removed", list -> list.remove(at));
            fields("field repeated", list -> list.add(at, list.get(at)));
            fields("field added", list -> list.add(at, new WrittenField(list.get(at).name() + "x", list.get(0).digest(), null, null)));
            if (i > 0) {
                fields("fields in another order", list -> Collections.swap(list, at - 1, at));
                fields("two fields' contents exchanged", list -> {
                    WrittenField one = list.get(at - 1);
                    WrittenField two = list.get(at);
                    list.set(at - 1, new WrittenField(one.name(), two.digest(), two.salt(), two.value()));
                    list.set(at, new WrittenField(two.name(), one.digest(), one.salt(), one.value()));
                });
            }
        }
        fields("all fields removed", List::clear);
    }

    private void proofLines() {
        List<String> lines = List.of(genuine.proof().split("\n", -1));
        int blank = lines.indexOf("");
        for (int i = 2; i < blank; i++) {
            int at = i;
            for (String hash : flips(lines.get(i))) {
                lines("proof hash, one byte", list -> list.set(at, hash));
            }
            lines("proof hash removed", list -> list.remove(at));
            lines("proof hash repeated", list -> list.add(at, list.get(at)));
            if (i > 2) {
                lines("proof hashes in another order", list -> Collections.swap(list, at - 1, at));
            }
        }
        for (int i = 0; i < 60; i++) {
            String other = "index " + i;
            if (!other.equals(lines.get(1))) {
                lines("index", list -> list.set(1, other));
            }
        }
        lines("index in another spelling", list -> list.set(1, list.get(1).replace("index ", "index 0")));
        lines("index in another spelling", list -> list.set(1, list.get(1).replace("index ", "index +")));
        lines("header", list -> list.set(0, "c2sp.org/tlog-proof@v2"));
    }

    private void checkpointLines() {
        List<String> lines = List.of(genuine.proof().split("\n", -1));
        int origin = lines.indexOf("") + 1;
        for (String name : names(lines.get(origin))) {
            lines("origin, one byte", list -> list.set(origin, name));
        }
        for (int size = 0; size < 130; size++) {
            String other = String.valueOf(size);
            if (!other.equals(lines.get(origin + 1))) {
                lines("size", list -> list.set(origin + 1, other));
            }
        }
        for (String root : flips(lines.get(origin + 2))) {
            lines("root, one byte", list -> list.set(origin + 2, root));
        }
        lines("extension line added", list -> list.add(origin + 3, "extension"));
        String[] signature = lines.get(origin + 4).split(" ");
        for (String bytes : flips(signature[2])) {
            lines("signature, one byte", list -> list.set(origin + 4, signature[0] + " " + signature[1] + " " + bytes));
        }
        for (String name : names(signature[1])) {
            lines("signature's key name, one byte", list -> list.set(origin + 4, signature[0] + " " + name + " " + signature[2]));
        }
        lines("signature removed", list -> list.remove(origin + 4));
    }

    private void whole() {
        String file = genuine.json();
        for (int length = 0; length < file.length(); length += 7) {
            forged.accept("file cut off", file.substring(0, length));
        }
        for (int length = 0; length < genuine.proof().length(); length += 3) {
            forged.accept("proof cut off", new WrittenProof(genuine.fields(), genuine.proof().substring(0, length), genuine.key()).json());
        }
        forged.accept("format", file.replace("entry-proof/1", "entry-proof/2"));
        forged.accept("member added", file.replaceFirst("\\{", "{\"note\": \"see below\", "));
        forged.accept("member repeated", file.replaceFirst("\\{", "{\"format\": \"innsyn-entry-proof/1\", "));
        forged.accept("member removed", file.replace("\"key\"", "\"keys\""));
    }

    private void replace(String kind, int at, WrittenField field) {
        fields(kind, list -> list.set(at, field));
    }

    private void fields(String kind, Consumer<List<WrittenField>> change) {
        var fields = new ArrayList<>(genuine.fields());
        change.accept(fields);
        forged.accept(kind, new WrittenProof(fields, genuine.proof(), genuine.key()).json());
    }

    private void lines(String kind, Consumer<List<String>> change) {
        var lines = new ArrayList<>(List.of(genuine.proof().split("\n", -1)));
        change.accept(lines);
        forged.accept(kind, new WrittenProof(genuine.fields(), String.join("\n", lines), genuine.key()).json());
    }

    /** The text with each of its bytes changed in turn. */
    private List<String> flips(String encoded) {
        byte[] bytes = Base64.getDecoder().decode(encoded);
        var flipped = new ArrayList<String>();
        for (int i = 0; i < bytes.length; i++) {
            byte[] copy = bytes.clone();
            copy[i] ^= (byte) (1 << random.nextInt(8));
            flipped.add(base64(copy));
        }
        return flipped;
    }

    private static List<String> names(String name) {
        var names = new ArrayList<String>();
        UnaryOperator<Character> next = c -> c == 'z' ? 'y' : (char) (c + 1);
        for (int i = 0; i < name.length(); i++) {
            names.add(name.substring(0, i) + next.apply(name.charAt(i)) + name.substring(i + 1));
        }
        return names;
    }

    /** The bits that padding leaves over, set. */
    private static String otherSpelling(String encoded) {
        int last = encoded.indexOf('=') - 1;
        return encoded.substring(0, last) + (char) (encoded.charAt(last) + 1) + encoded.substring(last + 1);
    }
}
