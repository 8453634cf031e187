package org.innsyn.verifier.tiles;

import java.util.List;
import org.innsyn.verifier.note.Checkpoint;
import org.innsyn.verifier.note.Cosignature;
import org.innsyn.verifier.note.VerifierKey;

/**
 * A log whose every entry and tile agrees with the checkpoint it signed.
 *
 * @param checkpoint what it signed
 * @param key the key it signed with
 * @param cosignatures of the witnesses the reader named
 * @param tiles how many tiles were compared
 * @param headsTrees how many trees of ledger heads it has, one epoch after the other
 * @param unknownLeaves how many leaves are neither entries nor of a kind this program knows
 * @param follows the logs it says it follows, the last one first
 * @param earlier the checkpoints it was found to have grown from, of those that were given, the oldest first
 */
public record SoundLog(
        Checkpoint checkpoint, VerifierKey key, List<Cosignature> cosignatures, long tiles, long headsTrees, long unknownLeaves, List<OriginLeaf> follows,
        List<Checkpoint> earlier) {}
