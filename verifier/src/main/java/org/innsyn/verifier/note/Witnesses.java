package org.innsyn.verifier.note;

import java.util.List;
import org.innsyn.verifier.Rejected;

/**
 * The witnesses a reader knows, and how many of them must have signed a checkpoint. A witness signs only what grew from all it saw of
 * the log before: a log cannot tell one reader another story than the others without as many witnesses' help.
 *
 * @param keys had from elsewhere
 * @param quorum how many of them are enough
 */
public record Witnesses(List<WitnessKey> keys, int quorum) {

    /** Nobody is asked. */
    public static final Witnesses NONE = new Witnesses(List.of(), 0);

    /**
     * @throws IllegalArgumentException when more witnesses are required than there are
     */
    public Witnesses {
        keys = List.copyOf(keys);
        if (quorum < 0 || quorum > keys.stream().map(WitnessKey::material).distinct().count()) {
            throw new IllegalArgumentException("more witnesses are required than are named");
        }
    }

    /**
     * Who of them signed.
     *
     * @throws Rejected when a line names one of them and is not its signature
     */
    public List<Cosignature> of(SignedNote note) {
        return keys.stream().flatMap(key -> key.cosigned(note).map(at -> new Cosignature(key, at)).stream()).toList();
    }

    /**
     * Asks for the quorum.
     *
     * @throws Rejected when fewer signed, or when a line names one of them and is not its signature
     */
    public void require(SignedNote note) {
        long signed = of(note).stream().map(each -> each.witness().material()).distinct().count();
        if (signed < quorum) {
            throw new Rejected("cosignatures", "%d of the witnesses you named signed this checkpoint, and %d are required.".formatted(signed, quorum));
        }
    }
}
