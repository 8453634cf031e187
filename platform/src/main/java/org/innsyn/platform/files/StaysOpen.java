package org.innsyn.platform.files;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writers like to close what they wrote to; what lies below still has something to do, and is only flushed. */
public final class StaysOpen extends FilterOutputStream {

    public StaysOpen(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
