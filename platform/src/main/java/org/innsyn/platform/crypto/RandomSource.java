package org.innsyn.platform.crypto;

import com.fasterxml.uuid.Generators;
import java.security.SecureRandom;
import java.util.UUID;

/** Where randomness comes from; passed in, so that domain code stays repeatable. */
public interface RandomSource {

    /** {@code count} unpredictable bytes. */
    byte[] bytes(int count);

    /** A random id that says nothing (RFC 9562 version 4). */
    UUID randomId();

    /** An id that sorts by the time it was made (RFC 9562 version 7): kind to B-trees. */
    UUID timeOrderedId();

    /** The system's cryptographically strong generator. */
    static RandomSource secure() {
        var random = new SecureRandom();
        var timeOrdered = Generators.timeBasedEpochRandomGenerator(random);
        var any = Generators.randomBasedGenerator(random);
        return new RandomSource() {
            @Override
            public byte[] bytes(int count) {
                var bytes = new byte[count];
                random.nextBytes(bytes);
                return bytes;
            }

            @Override
            public UUID randomId() {
                return any.generate();
            }

            @Override
            public UUID timeOrderedId() {
                return timeOrdered.generate();
            }
        };
    }
}
