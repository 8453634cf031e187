package org.innsyn.platform.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Keys as files that open with a PKCS#11 token alone. Each file is sealed under a key of its own inside the token, and a key is
 * destroyed by destroying that one: a copy of the folder, whoever made it and whenever, then opens nothing.
 *
 * <p>Keys that lay in the folder before it was given a token are still found; they are sealed by nothing until they are replaced.
 */
public final class TokenKeys implements KeyStorage {

    private static final int SUFFIX_BYTES = 8;

    private final KeyFolder folder;
    private final Pkcs11Token token;
    private final RandomSource random;

    public TokenKeys(KeyFolder folder, Pkcs11Token token, RandomSource random) {
        this.folder = folder;
        this.token = token;
        this.random = random;
    }

    @Override
    public String description() {
        return "PKCS#11 token";
    }

    @Override
    public byte[] getOrCreate(String id) {
        if (!has(id)) {
            create(id);
        }
        return find(id).orElseThrow(() -> new IllegalStateException("key " + id + " is sealed by a token that does not have its key"));
    }

    /** Two processes may make the same key; each makes a key of its own in the token, and the one whose file was second takes its back. */
    private void create(String id) {
        var alias = "innsyn-" + id + "-" + HexFormat.of().formatHex(random.bytes(SUFFIX_BYTES));
        token.create(alias);
        var file = new TokenFile(alias, token.seal(alias, random.bytes(SealingKey.LENGTH), place(id)));
        if (!folder.writeIfAbsent(id, file.text())) {
            token.destroy(alias);
        }
    }

    @Override
    public Optional<byte[]> find(String id) {
        return folder.read(id).flatMap(text -> TokenFile.isOne(text)
                ? TokenFile.of(text).flatMap(file -> token.open(file.alias(), file.sealed(), place(id)))
                : folder.find(id));
    }

    @Override
    public boolean has(String id) {
        return folder.has(id);
    }

    @Override
    public void destroy(String id) {
        folder.read(id).flatMap(TokenFile::of).ifPresent(file -> token.destroy(file.alias()));
        folder.destroy(id);
    }

    private static byte[] place(String id) {
        return id.getBytes(StandardCharsets.UTF_8);
    }

    /** What a file says: the token's key, and what it sealed. */
    record TokenFile(String alias, byte[] sealed) {

        private static final String MARK = "pkcs11";

        static boolean isOne(String text) {
            return text.startsWith(MARK + ' ');
        }

        static Optional<TokenFile> of(String text) {
            var words = text.strip().split(" ");
            return isOne(text) && words.length == 3 ? Optional.of(new TokenFile(words[1], Base64.getDecoder().decode(words[2]))) : Optional.empty();
        }

        String text() {
            return MARK + ' ' + alias + ' ' + Base64.getEncoder().encodeToString(sealed);
        }
    }
}
