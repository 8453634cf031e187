package org.innsyn.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import tools.jackson.databind.json.JsonMapper;

class PasskeyFileTest {

    private static final Bytes PERSON = new Bytes(new byte[] {1, 2, 3});
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path home;

    @Test
    void a_passkey_outlives_a_restart_with_all_that_signing_in_needs() throws Exception {
        Path file = home.resolve("passkeys.json");
        CredentialRecord made = passkey(new byte[] {9, 8, 7}, 3);
        new PasskeyFile(file, JSON).save(made);

        CredentialRecord read = new PasskeyFile(file, JSON).findByCredentialId(made.getCredentialId());
        assertThat(read).usingRecursiveComparison().isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }

    @Test
    void one_that_was_used_is_kept_once_with_its_new_count_and_one_taken_away_is_gone() {
        PasskeyFile file = new PasskeyFile(home.resolve("passkeys.json"), JSON);
        file.save(passkey(new byte[] {9}, 1));
        file.save(passkey(new byte[] {9}, 2));
        file.save(passkey(new byte[] {8}, 1));
        assertThat(file.findByUserId(PERSON)).extracting(CredentialRecord::getSignatureCount).containsExactly(2L, 1L);

        file.delete(new Bytes(new byte[] {9}));
        assertThat(file.findByUserId(PERSON)).hasSize(1);
    }

    private static CredentialRecord passkey(byte[] id, long count) {
        Instant at = Instant.parse("2026-03-02T10:00:00Z");
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY).credentialId(new Bytes(id)).userEntityUserId(PERSON)
                .publicKey(new ImmutablePublicKeyCose(new byte[] {4, 5})).signatureCount(count).uvInitialized(true)
                .transports(Set.of(AuthenticatorTransport.INTERNAL)).backupEligible(true).backupState(false)
                .attestationObject(new Bytes(new byte[] {6})).attestationClientDataJSON(new Bytes(new byte[] {7}))
                .created(at).lastUsed(at).label("2026-03-02").build();
    }
}
