package org.innsyn.audit.transparency;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.innsyn.platform.web.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The log as static resources, open to everybody.
 *
 * @see <a href="https://c2sp.org/tlog-tiles">C2SP tlog-tiles</a>
 */
@RestController
class LogController {

    private static final Pattern PLACE = Pattern.compile("((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");
    private static final CacheControl FOR_EVER = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final LogTables tables;
    private final PublishedCheckpoints checkpoints;
    private final LogKeys keys;

    LogController(LogTables tables, PublishedCheckpoints checkpoints, LogKeys keys) {
        this.tables = tables;
        this.checkpoints = checkpoints;
        this.keys = keys;
    }

    @GetMapping("/log/checkpoint")
    ResponseEntity<byte[]> checkpoint() {
        var note = checkpoints.newest().orElseThrow(LogController::notThere).note();
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).contentType(new MediaType("text", "plain", java.nio.charset.StandardCharsets.UTF_8))
                .body(note.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** The verifier keys, one a line, the newest first: all there ever were, as long as old proofs verify. Whoever wants to rely on it compares it with one had from somewhere else. */
    @GetMapping(value = "/log/key", produces = MediaType.TEXT_PLAIN_VALUE)
    String key() {
        return keys.all().stream().map(key -> key.verifierKey() + "\n").collect(Collectors.joining());
    }

    @GetMapping("/log/tile/entries/{*place}")
    ResponseEntity<byte[]> entries(@PathVariable("place") String place) {
        var range = range(0, place);
        var bundle = new ByteArrayOutputStream();
        for (var leaf : tables.leaves(range.from(), range.count())) {
            bundle.write(leaf.length >>> 8);
            bundle.write(leaf.length);
            bundle.writeBytes(leaf);
        }
        return bytes(bundle);
    }

    @GetMapping("/log/tile/{level:[0-9]{1,2}}/{*place}")
    ResponseEntity<byte[]> tile(@PathVariable("level") int level, @PathVariable("place") String place) {
        var range = range(level, place);
        var tile = new ByteArrayOutputStream();
        tables.of(level, range.from(), range.count()).forEach(tile::writeBytes);
        return bytes(tile);
    }

    private record Range(long from, int count) {}

    /** Only what the newest checkpoint covers: nothing is shown that was not signed. */
    private Range range(int level, String place) {
        var found = PLACE.matcher(place.substring(1));
        if (level > 7 || !found.matches()) {
            throw notThere();
        }
        long tile = Long.parseLong(found.group(1).replaceAll("[x/]", ""));
        int width = found.group(2) == null ? MerkleTree.TILE : Integer.parseInt(found.group(2));
        long published = checkpoints.newest().map(LogTables.Checkpoint::size).orElse(0L) >>> (level * MerkleTree.TILE_BITS);
        long from = tile * MerkleTree.TILE;
        if (width > MerkleTree.TILE || found.group(2) != null && width == MerkleTree.TILE || from + width > published) {
            throw notThere();
        }
        return new Range(from, width);
    }

    private static ResponseEntity<byte[]> bytes(ByteArrayOutputStream content) {
        return ResponseEntity.ok().cacheControl(FOR_EVER).contentType(MediaType.APPLICATION_OCTET_STREAM).body(content.toByteArray());
    }

    private static Problem notThere() {
        return new Problem(404, "not-found", "The log has no such part", "It is not covered by the newest checkpoint, or the address is not one of C2SP tlog-tiles.");
    }
}
