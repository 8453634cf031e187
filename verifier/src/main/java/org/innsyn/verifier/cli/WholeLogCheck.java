package org.innsyn.verifier.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.innsyn.verifier.Rejected;
import org.innsyn.verifier.Unusable;
import org.innsyn.verifier.encoding.Json;
import org.innsyn.verifier.encoding.Malformed;
import org.innsyn.verifier.encoding.Utf8;
import org.innsyn.verifier.note.Checkpoint;
import org.innsyn.verifier.note.SignedNote;
import org.innsyn.verifier.note.Trust;
import org.innsyn.verifier.entry.FieldWords;
import org.innsyn.verifier.tiles.LogCheck;
import org.innsyn.verifier.tiles.LogSource;
import org.innsyn.verifier.tiles.OriginLeaf;
import org.innsyn.verifier.tiles.SoundLog;

/** Checks a whole log and tells what was found. */
final class WholeLogCheck {

    private final Trust trust;

    WholeLogCheck(Trust trust) {
        this.trust = trust;
    }

    /**
     * @param since files with earlier checkpoints
     * @param shown checkpoints that came with other files
     */
    Answer check(String log, List<String> since, List<SignedNote> shown) {
        try {
            var earlier = Stream.concat(since.stream().map(WholeLogCheck::note), shown.stream()).toList();
            return good(log, new LogCheck(LogSource.at(log), trust).check(earlier));
        } catch (Rejected bad) {
            return Answer.badLog(log, bad);
        } catch (Unusable unusable) {
            return Answer.unusable(log, unusable);
        } catch (IllegalArgumentException noPlace) {
            return Answer.unusable(log, new Unusable("This is neither a URL nor a folder: " + noPlace.getMessage() + "."));
        }
    }

    private static SignedNote note(String file) {
        try {
            return SignedNote.parse(Utf8.decode("the file", Files.readAllBytes(Path.of(file))));
        } catch (IOException | Malformed unreadable) {
            throw new Unusable("The earlier checkpoint " + file + " cannot be read: " + unreadable.getMessage() + ".");
        }
    }

    private Answer good(String log, SoundLog sound) {
        var lines = new ArrayList<String>();
        var details = new LinkedHashMap<>(KeyWords.details(sound.checkpoint(), sound.key(), trust));
        lines.add("This log is sound: its %,d entries add up to the root it signed, and all %,d tiles agree with them."
                .formatted(sound.checkpoint().size(), sound.tiles()));
        lines.add("%,d of them are roots of trees of ledger heads, one epoch after the other.".formatted(sound.headsTrees()));
        sound.follows().forEach(before -> lines.add(follows(before)));
        details.put("follows", new Json.Items(sound.follows().stream().map(before -> (Json) new Json.Text(before.predecessor())).toList()));
        if (sound.unknownLeaves() > 0) {
            lines.add("%,d are of a kind this program does not know.".formatted(sound.unknownLeaves()));
        }
        lines.add(KeyWords.signature(sound.checkpoint(), sound.key()));
        lines.add(KeyWords.trust(trust, "log"));
        lines.addAll(KeyWords.witnesses(trust, sound.cosignatures()));
        details.put("witnesses", KeyWords.witnesses(sound.cosignatures()));
        details.put("headsTrees", KeyWords.number(sound.headsTrees()));
        details.put("tiles", KeyWords.number(sound.tiles()));
        sound.earlier().stream().mapToLong(Checkpoint::size).distinct()
                .forEach(size -> lines.add("It begins with the %,d entries of the earlier checkpoint, unchanged.".formatted(size)));
        details.put("since", new Json.Items(sound.earlier().stream().map(earlier -> KeyWords.number(earlier.size())).toList()));
        return Answer.good(log, lines, details);
    }

    private static String follows(OriginLeaf before) {
        String lost = before.lost() == 0
                ? "None of them is lost, it says"
                : "Entries %,d to %,d of it are lost, it says".formatted(before.kept() + 1, before.size());
        return "It follows the log %s, which ended with %,d entries and the root %s (key %s). It took over %,d. %s%s.".formatted(
                FieldWords.printable(before.predecessor()), before.size(), before.root(), FieldWords.printable(before.key().toString()), before.kept(), lost,
                before.reason().equals("restored") ? "; its database was restored from a backup" : "; perhaps more, because it does not know for certain what it had signed");
    }
}
