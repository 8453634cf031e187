package org.innsyn.schemas.manual;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a person sends who does a task by hand. */
public final class ManualCommands {

    private ManualCommands() {}

    /**
     * A file that was collected.
     *
     * @param name what it is called, at most 200 characters; however hostile, it becomes a harmless name in the copy
     * @param content its bytes, in base64; at most 10 MiB, and 50 files a task
     */
    public record Upload(String name, byte[] content) {
        @Override
        public String toString() {
            return "Upload[" + (content == null ? 0 : content.length) + "]";
        }
    }

    /**
     * It is done, or nothing is there.
     *
     * @param nothingThere whether nothing about the person was found
     * @param affected what was done, counted by a code ("erased" -> 3, "documents" -> 2); empty where nothing is there
     * @param statement exactly what was removed or collected, or where was looked, 10 to 4,000 characters; the person reads it
     */
    public record Complete(boolean nothingThere, @Nullable Map<String, Long> affected, String statement) {
        @Override
        public String toString() {
            return "Complete[" + nothingThere + "]";
        }
    }
}
