package org.innsyn.dsr.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.innsyn.dsr.request.RequestId;
import org.innsyn.platform.files.SealedFolder;

/**
 * Keeps finished copies encrypted in a folder until they are fetched or expire. The key lies in the vault; without it a file is noise.
 */
public final class CopyStore {

    private final SealedFolder folder;

    /** @param folder made, and closed to other users, when it is not there */
    public CopyStore(Path folder) {
        this.folder = new SealedFolder(folder);
    }

    /**
     * Keeps what {@code content} writes. On disk, whole, when this returns; a copy of the same request is replaced.
     *
     * @param key 32 bytes, for this file alone
     */
    public SealedFolder.Kept keep(RequestId request, byte[] key, SealedFolder.Content content) throws IOException {
        return folder.keep(file(request), place(request), key, content);
    }

    /** Opens a copy; what it reads is checked segment by segment, and ends in an {@link IOException} when it was changed. */
    public InputStream open(RequestId request, byte[] key) throws IOException {
        return folder.open(file(request), place(request), key);
    }

    /** Removes a copy; nothing happens when there is none. */
    public void remove(RequestId request) throws IOException {
        folder.remove(file(request));
    }

    private static String file(RequestId request) {
        return request + ".copy";
    }

    private static String place(RequestId request) {
        return "copy of request " + request;
    }
}
