package org.innsyn.engines.elasticsearch;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFieldVisitor;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.elasticsearch.common.logging.LogConfigurator;

/**
 * Writes out all that a shard's files hold, for whoever searches them for what should be gone: stored fields and terms, of deleted
 * documents too. Reads beside the node that owns the shard and changes nothing.
 *
 * <p>{@code SegmentText SHARD_INDEX_FOLDER}
 */
public final class SegmentText {

    private final OutputStream out;

    private SegmentText(OutputStream out) {
        this.out = out;
    }

    /** Exit code 0 when everything was written. */
    public static void main(String[] arguments) throws IOException {
        LogConfigurator.setNodeName("innsyn");
        LogConfigurator.configureESLogging();
        try (var out = new BufferedOutputStream(System.out, 1 << 16);
                var reader = DirectoryReader.open(FSDirectory.open(Path.of(arguments[0])))) {
            var text = new SegmentText(out);
            for (LeafReaderContext segment : reader.leaves()) {
                text.stored(segment.reader());
                text.terms(segment.reader());
            }
        }
    }

    /** By number, whether it is alive or not. */
    private void stored(LeafReader segment) throws IOException {
        for (int document = 0; document < segment.maxDoc(); document++) {
            segment.storedFields().document(document, new Writing());
        }
    }

    private void terms(LeafReader segment) throws IOException {
        for (FieldInfo field : segment.getFieldInfos()) {
            var terms = segment.terms(field.name);
            if (terms != null) {
                var each = terms.iterator();
                for (BytesRef term = each.next(); term != null; term = each.next()) {
                    line(term.bytes, term.offset, term.length);
                }
            }
            values(segment, field.name);
        }
    }

    /** Values kept for sorting and counting. */
    private void values(LeafReader segment, String field) throws IOException {
        var sorted = segment.getSortedSetDocValues(field);
        if (sorted != null) {
            for (long ordinal = 0; ordinal < sorted.getValueCount(); ordinal++) {
                var value = sorted.lookupOrd(ordinal);
                line(value.bytes, value.offset, value.length);
            }
        }
    }

    private void line(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
        out.write('\n');
    }

    private final class Writing extends StoredFieldVisitor {

        @Override
        public void binaryField(FieldInfo field, byte[] value) throws IOException {
            line(value, 0, value.length);
        }

        @Override
        public void stringField(FieldInfo field, String value) throws IOException {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            line(bytes, 0, bytes.length);
        }

        @Override
        public Status needsField(FieldInfo field) {
            return Status.YES;
        }
    }
}
