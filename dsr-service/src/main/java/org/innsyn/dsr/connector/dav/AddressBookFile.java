package org.innsyn.dsr.connector.dav;

import static java.nio.charset.StandardCharsets.UTF_8;

import ezvcard.Ezvcard;
import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.io.text.VCardWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.util.List;
import org.innsyn.dsr.connector.FileSink;
import org.innsyn.dsr.connector.FileSink.Added;
import org.innsyn.dsr.connector.FileSink.Growing;

/** An address book as one file of vCards 4.0 (RFC 6350), whatever version they are stored in. */
final class AddressBookFile implements DavFiles.Whole {

    private final Growing file;
    private final VCardWriter cards;

    AddressBookFile(String name, FileSink sink) throws IOException {
        this.file = sink.begin(List.of(name + ".vcf"));
        this.cards = new VCardWriter(new OutputStreamWriter(file.out(), UTF_8), VCardVersion.V4_0);
        cards.setAddProdId(false);
        cards.setCaretEncodingEnabled(true);
        cards.setVersionStrict(false);
    }

    @Override
    public void add(byte[] item) throws IOException {
        for (var card : read(item)) {
            cards.write(card);
        }
    }

    /** What cannot be read as vCards at all lies beside as it is, and nowhere else. */
    private static List<VCard> read(byte[] item) {
        try {
            return Ezvcard.parse(new String(item, UTF_8)).all();
        } catch (RuntimeException unreadable) {
            return List.of();
        }
    }

    @Override
    public List<Added> end() throws IOException {
        cards.flush();
        return List.of(file.end());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
