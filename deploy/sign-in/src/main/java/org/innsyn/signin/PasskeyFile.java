package org.innsyn.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import tools.jackson.databind.json.JsonMapper;

/** The public halves of people's passkeys, in a file beside the accounts, so that they outlive a restart. There are few: the file is written anew each time. */
final class PasskeyFile implements UserCredentialRepository {

    private final Path file;
    private final JsonMapper json;
    private final List<Kept> all;

    /** What is kept of one; bytes as base64url. */
    private record Kept(
            String id, String person, String publicKey, long signatureCount, boolean verified, Set<String> transports, boolean backupEligible,
            boolean backedUp, @Nullable String attestation, @Nullable String clientData, Instant created, Instant lastUsed, String label) {}

    /** @param file made with the first passkey */
    PasskeyFile(Path file, JsonMapper json) {
        this.file = file;
        this.json = json;
        this.all = Files.exists(file) ? new ArrayList<>(List.of(json.readValue(file.toFile(), Kept[].class))) : new ArrayList<>();
    }

    @Override
    public synchronized void save(CredentialRecord passkey) {
        all.removeIf(kept -> kept.id().equals(passkey.getCredentialId().toBase64UrlString()));
        all.add(kept(passkey));
        write();
    }

    @Override
    public synchronized void delete(Bytes id) {
        all.removeIf(kept -> kept.id().equals(id.toBase64UrlString()));
        write();
    }

    @Override
    public synchronized @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return all.stream().filter(kept -> kept.id().equals(id.toBase64UrlString())).findFirst().map(PasskeyFile::passkey).orElse(null);
    }

    @Override
    public synchronized List<CredentialRecord> findByUserId(Bytes person) {
        return all.stream().filter(kept -> kept.person().equals(person.toBase64UrlString())).map(PasskeyFile::passkey).toList();
    }

    private static Kept kept(CredentialRecord passkey) {
        return new Kept(passkey.getCredentialId().toBase64UrlString(), passkey.getUserEntityUserId().toBase64UrlString(),
                new Bytes(passkey.getPublicKey().getBytes()).toBase64UrlString(), passkey.getSignatureCount(), passkey.isUvInitialized(),
                passkey.getTransports().stream().map(AuthenticatorTransport::getValue).collect(Collectors.toSet()), passkey.isBackupEligible(), passkey.isBackupState(),
                text(passkey.getAttestationObject()), text(passkey.getAttestationClientDataJSON()),
                passkey.getCreated(), passkey.getLastUsed(), passkey.getLabel());
    }

    private static CredentialRecord passkey(Kept kept) {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(Bytes.fromBase64(kept.id()))
                .userEntityUserId(Bytes.fromBase64(kept.person()))
                .publicKey(ImmutablePublicKeyCose.fromBase64(kept.publicKey()))
                .signatureCount(kept.signatureCount())
                .uvInitialized(kept.verified())
                .transports(kept.transports().stream().map(AuthenticatorTransport::valueOf).collect(Collectors.toSet()))
                .backupEligible(kept.backupEligible())
                .backupState(kept.backedUp())
                .attestationObject(bytes(kept.attestation()))
                .attestationClientDataJSON(bytes(kept.clientData()))
                .created(kept.created())
                .lastUsed(kept.lastUsed())
                .label(kept.label())
                .build();
    }

    private static @Nullable String text(@Nullable Bytes bytes) {
        return bytes == null ? null : bytes.toBase64UrlString();
    }

    private static @Nullable Bytes bytes(@Nullable String text) {
        return text == null ? null : Bytes.fromBase64(text);
    }

    private void write() {
        try {
            Path half = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(half);
            Files.createFile(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(half, json.writeValueAsString(all));
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The passkeys cannot be written", e);
        }
    }
}
