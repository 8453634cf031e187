package org.innsyn.dsr.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.innsyn.dsr.connector.Content;
import org.innsyn.dsr.connector.FileSink;
import org.innsyn.dsr.connector.Title;
import org.innsyn.dsr.request.ItemKey;
import org.innsyn.platform.files.PackageFile;
import org.innsyn.platform.files.PackageZip;
import org.innsyn.platform.files.Scratch;

/** The files of one item, in a folder of their own. */
final class SystemFiles implements FileSink {

    /** How many parts the page lists; all are in the copy. */
    static final int SHOWN = 500;

    private final PackageZip zip;
    private final Scratch scratch;
    private final FileNames names;
    private final List<Shown> shown = new ArrayList<>();
    private final ItemKey item;
    private final Withheld withheld;
    private long parts;

    /** @param folder the item's folder in the copy, a safe name */
    SystemFiles(PackageZip zip, Scratch scratch, String folder, ItemKey item, Withheld withheld) {
        this.zip = zip;
        this.scratch = scratch;
        this.names = new FileNames(folder);
        this.item = item;
        this.withheld = withheld;
    }

    static FilesSummary write(
            PackageZip zip, Scratch scratch, Content.Files files, ItemKey item, Title title, String folder, Withheld withheld) throws IOException {
        var into = new SystemFiles(zip, scratch, folder, item, withheld);
        long records = files.write(into);
        return new FilesSummary(item, title, folder, List.copyOf(into.shown), into.parts, records);
    }

    @Override
    public boolean withholds(List<String> name) {
        return withheld.keeps(item, Withheld.nameOfFile(name));
    }

    @Override
    public Added add(List<String> name, Body body) throws IOException {
        return added(zip.add(names.place(name), body::write));
    }

    @Override
    public Growing begin(List<String> name) throws IOException {
        var path = names.place(name);
        var draft = scratch.open();
        return new Growing() {
            @Override
            public OutputStream out() {
                return draft.out();
            }

            @Override
            public Added end() throws IOException {
                return added(zip.add(path, draft::moveTo));
            }

            @Override
            public void close() throws IOException {
                draft.close();
            }
        };
    }

    @Override
    public void show(Shown part) {
        parts++;
        if (shown.size() < SHOWN) {
            shown.add(part);
        }
    }

    private static Added added(PackageFile file) {
        return new Added(file.path(), file.sizeBytes(), file.sha256());
    }
}
