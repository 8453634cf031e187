package org.innsyn.signin;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The three pages there are. */
@Controller
class Pages {

    private final Directory directory;
    private final UserCredentialRepository passkeys;

    Pages(Directory directory, UserCredentialRepository passkeys) {
        this.directory = directory;
        this.passkeys = passkeys;
    }

    /**
     * @param error present after a user name and password that do not belong together
     * @param again present when somebody who is signed in has to give the password once more
     * @param wait present when too many tries were wrong for this one to be looked at yet
     * @param language chosen on the page; kept
     */
    @GetMapping("/sign-in")
    String signIn(@RequestParam @Nullable String error, @RequestParam @Nullable String again, @RequestParam @Nullable String wait, @RequestParam @Nullable String language, Model page,
            HttpServletResponse response) {
        if (language != null) {
            Language.keep(language, response);
        }
        page.addAttribute("failed", error != null);
        page.addAttribute("waiting", wait != null);
        page.addAttribute("again", again != null && error == null);
        return "sign-in";
    }

    /**
     * What somebody who is signed in has to sign in with, and one more.
     *
     * @param removed present after one was taken away
     */
    @GetMapping("/passkeys")
    String passkeys(Principal person, @RequestParam @Nullable String removed, Model page) {
        page.addAttribute("passkeys", own(person));
        page.addAttribute("removed", removed != null);
        page.addAttribute("back", directory.webClients().getFirst().postLogoutRedirectUri());
        return "passkeys";
    }

    /** Takes one of the person's own away, lost or not; the password still opens. Another's, or one that is gone, is answered alike and changes nothing. */
    @PostMapping("/passkeys/removal")
    String remove(Principal person, @RequestParam String passkey) {
        own(person).stream().map(CredentialRecord::getCredentialId).filter(id -> id.toBase64UrlString().equals(passkey)).forEach(passkeys::delete);
        return "redirect:/passkeys?removed";
    }

    private List<CredentialRecord> own(Principal person) {
        return directory.byId(person.getName()).map(account -> passkeys.findByUserId(Passkeys.entity(account).getId())).orElse(List.of());
    }

    /** Where somebody lands who signed in without having been on the way anywhere. */
    @GetMapping("/")
    String start() {
        return "start";
    }
}
