package org.innsyn.platform.crypto;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.Key;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.UnrecoverableKeyException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256 keys inside a PKCS#11 token (a hardware security module, or SoftHSM2). They never leave it: they are made there as sensitive
 * and not extractable, and are destroyed there.
 *
 * <p>Values are sealed with AES-GCM, as many tokens (SoftHSM2 among them) offer no AES key wrap to Java. Safe for use by many threads.
 *
 * @see <a href="https://docs.oasis-open.org/pkcs11/pkcs11-spec/v3.1/pkcs11-spec-v3.1.html">PKCS #11 3.1</a>
 */
public final class Pkcs11Token {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int TRIES = 20;

    private final Provider provider;
    private final KeyStore keys;
    private final char[] pin;
    private final RandomSource random;

    /**
     * @param library the token maker's shared library
     * @param slotListIndex which of its slots, from 0
     * @param pin the user's
     * @throws IllegalStateException when the token cannot be used
     */
    public Pkcs11Token(Path library, int slotListIndex, char[] pin, RandomSource random) {
        this.pin = pin.clone();
        this.random = random;
        try {
            this.provider = Security.getProvider("SunPKCS11").configure("--" + configuration(library, slotListIndex));
            this.keys = KeyStore.getInstance("PKCS11", provider);
            reload();
        } catch (GeneralSecurityException | IOException | InvalidParameterException | ProviderException | UnsupportedOperationException e) {
            throw new IllegalStateException("The PKCS#11 token in slot " + slotListIndex + " of " + library
                    + " cannot be used: the library is not there, the slot holds no token, or the PIN is wrong. Nothing was started.", e);
        }
    }

    private static String configuration(Path library, int slotListIndex) {
        return """
                name = Innsyn
                library = %s
                slotListIndex = %d
                attributes(*, CKO_SECRET_KEY, *) = {
                  CKA_SENSITIVE = true
                  CKA_EXTRACTABLE = false
                  CKA_ENCRYPT = true
                  CKA_DECRYPT = true
                }
                """.formatted(library, slotListIndex);
    }

    /** Makes a key. */
    synchronized void create(String alias) {
        try {
            var generator = KeyGenerator.getInstance("AES", provider);
            generator.init(SealingKey.LENGTH * 8);
            change(alias, true, () -> keys.setKeyEntry(alias, generator.generateKey(), null, null));
        } catch (GeneralSecurityException | IOException | ProviderException e) {
            throw new IllegalStateException("the token could not make a key; nothing was encrypted with it", e);
        }
    }

    /** Destroys a key; does nothing when it is gone already. */
    synchronized void destroy(String alias) {
        try {
            reload();
            if (keys.containsAlias(alias)) {
                change(alias, false, () -> keys.deleteEntry(alias));
            }
        } catch (GeneralSecurityException | IOException | ProviderException e) {
            throw new IllegalStateException("the token could not destroy a key; it may still be there", e);
        }
    }

    /** Nonce, ciphertext and tag of {@code plaintext}. */
    byte[] seal(String alias, byte[] plaintext, byte[] associatedData) {
        var nonce = random.bytes(NONCE_BYTES);
        var key = key(alias).orElseThrow(() -> new IllegalStateException("the token lost a key that was just made"));
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, associatedData).doFinal(plaintext);
            var all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
            return all;
        } catch (GeneralSecurityException | ProviderException e) {
            throw new IllegalStateException("the token could not seal a key", e);
        }
    }

    /**
     * Empty when the token has no such key any more.
     *
     * @throws SealingKey.SealBroken when the bytes were changed or belong elsewhere
     */
    Optional<byte[]> open(String alias, byte[] sealed, byte[] associatedData) {
        return key(alias).map(key -> {
            try {
                return cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, NONCE_BYTES), associatedData)
                        .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
            } catch (AEADBadTagException e) {
                throw new SealingKey.SealBroken();
            } catch (GeneralSecurityException | ProviderException e) {
                throw new IllegalStateException("the token could not open a key", e);
            }
        });
    }

    private Cipher cipher(int mode, Key key, byte[] nonce, byte[] associatedData) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding", provider);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(associatedData);
        return cipher;
    }

    /** Looked for again in the token when it is unknown here: another process may have made it. */
    private synchronized Optional<Key> key(String alias) {
        try {
            if (!keys.containsAlias(alias)) {
                reload();
            }
            return Optional.ofNullable(keys.getKey(alias, null));
        } catch (GeneralSecurityException | IOException | ProviderException e) {
            throw new IllegalStateException("the token does not answer", e);
        }
    }

    /** Java's provider reads the whole token again after a change, and may fail only then: what counts is whether the key is there. */
    private void change(String alias, boolean there, Change change) throws GeneralSecurityException, IOException {
        try {
            change.make();
        } catch (KeyStoreException e) {
            reload();
            if (keys.containsAlias(alias) != there) {
                throw e;
            }
        }
    }

    /** Java's provider lists the token's objects and then reads each: one that another process destroys in between fails the whole list. */
    private void reload() throws GeneralSecurityException, IOException {
        for (int tried = 1; ; tried++) {
            try {
                keys.load(null, pin);
                return;
            } catch (IOException e) {
                // A wrong PIN will not become right, and a token locks itself after a few.
                if (tried == TRIES || e.getCause() instanceof UnrecoverableKeyException) {
                    throw e;
                }
            }
        }
    }

    private interface Change {
        void make() throws GeneralSecurityException;
    }
}
