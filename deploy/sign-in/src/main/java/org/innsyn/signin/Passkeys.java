package org.innsyn.signin;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import tools.jackson.databind.json.JsonMapper;

/** Passkeys (Web Authentication Level 3): nothing to remember, nothing that a false page could ask for. */
@Configuration
class Passkeys {

    @Bean
    UserCredentialRepository passkeyFile(SignInProperties properties, JsonMapper json) {
        return new PasskeyFile(properties.directory().resolveSibling("passkeys.json"), json);
    }

    /** The people of the directory; their passkeys are for their opaque id, and called by the name they type. */
    @Bean
    PublicKeyCredentialUserEntityRepository people(Directory directory) {
        return new PublicKeyCredentialUserEntityRepository() {

            @Override
            public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
                return directory.byId(new String(id.getBytes(), StandardCharsets.UTF_8)).map(Passkeys::entity).orElse(null);
            }

            /** Asked with the opaque id of who is signed in, or with the name of an entity. */
            @Override
            public @Nullable PublicKeyCredentialUserEntity findByUsername(String name) {
                return directory.byId(name).or(() -> directory.byUsername(name)).map(Passkeys::entity).orElse(null);
            }

            @Override
            public void save(PublicKeyCredentialUserEntity person) {
                throw new UnsupportedOperationException("people stand in the directory");
            }

            @Override
            public void delete(Bytes id) {
                throw new UnsupportedOperationException("people stand in the directory");
            }
        };
    }

    static PublicKeyCredentialUserEntity entity(Directory.Account account) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(new Bytes(account.id().getBytes(StandardCharsets.UTF_8)))
                .name(account.username())
                .displayName(account.username())
                .build();
    }
}
